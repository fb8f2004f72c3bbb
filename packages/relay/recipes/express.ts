// The relay as a part of an Express server, from 4 on. It may come before or after `express.json()`.
import type { RequestListener } from 'node:http'
import type { Relay } from '@takokit/relay'
import { createNodeListener } from '@takokit/relay/node'

/** As much of `express()` as is needed. */
interface ExpressApp {
  use: (path: string, listener: RequestListener) => unknown
  post: (path: string, listener: RequestListener) => unknown
}

/** Mounts it at its `basePath`. */
export function mountRelay(app: Pick<ExpressApp, 'use'>, relay: Pick<Relay, 'fetch'>): void {
  app.use('/auth', createNodeListener(relay))
}

/** A login of the server's own, which takes over the pair that it obtains elsewhere. */
export function mountLogin(
  app: Pick<ExpressApp, 'post'>,
  relay: Relay<'talkstack'>,
  logInToTalkstack: (request: Request) => Promise<{ token: string; refreshToken: string }>,
): void {
  const logIn = async (request: Request) => {
    // A form of another site would sign the person in as somebody else.
    const refusal = relay.checkSameOrigin(request)
    if (refusal) return refusal
    const pair = await logInToTalkstack(request)
    return relay.startSession(request, {
      provider: 'talkstack',
      tokens: { accessToken: pair.token, refreshToken: pair.refreshToken },
    })
  }
  app.post('/login', createNodeListener({ fetch: logIn }))
}
