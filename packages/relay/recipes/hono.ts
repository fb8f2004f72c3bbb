// The relay as a part of a Hono server, which also takes over the pairs that it obtains elsewhere.
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Relay } from '@takokit/relay'
import { Hono } from 'hono'

export function createApp(
  relay: Relay<'tako' | 'talkstack'>,
  logInToTalkstack: (request: Request) => Promise<{ token: string; refreshToken: string }>,
) {
  const app = new Hono()
  app.all('/auth/*', (c) =>
    relay.fetch(c.req.raw, { clientAddress: getConnInfo(c).remote.address }),
  )
  app.post('/login', async (c) => {
    const pair = await logInToTalkstack(c.req.raw)
    return relay.startSession(c.req.raw, {
      provider: 'talkstack',
      tokens: { accessToken: pair.token, refreshToken: pair.refreshToken },
    })
  })
  return app
}
