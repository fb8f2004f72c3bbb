// The relay as a part of a Hono server, which also takes over the pairs that it obtains elsewhere.
import type { HttpBindings } from '@hono/node-server'
import type { Relay } from '@takokit/relay'
import { readClientAddress } from '@takokit/relay/node'
import { Hono } from 'hono'

export function createApp(
  relay: Relay<'tako' | 'talkstack'>,
  logInToTalkstack: (request: Request) => Promise<{ token: string; refreshToken: string }>,
) {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('/auth/*', (c) =>
    relay.fetch(c.req.raw, { clientAddress: readClientAddress(c.env.incoming) }),
  )
  app.post('/login', async (c) => {
    // A form of another site would sign the person in as somebody else.
    const refusal = relay.checkSameOrigin(c.req.raw)
    if (refusal) return refusal
    const pair = await logInToTalkstack(c.req.raw)
    return relay.startSession(c.req.raw, {
      provider: 'talkstack',
      tokens: { accessToken: pair.token, refreshToken: pair.refreshToken },
    })
  })
  return app
}
