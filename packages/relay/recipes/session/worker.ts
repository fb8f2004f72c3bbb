// Workers: the relay, and a route of the worker's own that knows who is signed in.
import { tako } from '@takokit/core'
import { createRelay, type Relay, type RelayContext, RelayRefusal } from '@takokit/relay'

interface Env {
  RELAY_SECRET: string
  ORIGIN: string
  TAKO_URL: string
  ALLOW_PRIVATE_UPSTREAMS?: string
}

let relay: Relay<'tako'> | undefined

export default {
  async fetch(request: Request, env: Env, context: RelayContext): Promise<Response> {
    relay ??= createRelay({
      providers: [tako({ baseUrl: env.TAKO_URL })],
      secret: env.RELAY_SECRET,
      origin: env.ORIGIN,
      allowPrivateUpstreams: env.ALLOW_PRIVATE_UPSTREAMS?.split(','),
    })
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/auth/')) return relay.fetch(request, context)
    try {
      if (pathname === '/bids') return await getBids(relay, request, context)
      const session = await relay.getSession(request)
      if (!session) return Response.json({ error: 'Sign in first.' }, { status: 401 })
      return Response.json({ address: session.address })
    } catch (error) {
      if (!(error instanceof RelayRefusal)) throw error
      return Response.json({ error: error.message }, { status: error.status })
    }
  },
}

/** A call of the worker's own with the user's token. A renewal may take longer than the response: `waitUntil` keeps it alive. */
async function getBids(relay: Relay<'tako'>, request: Request, context: RelayContext) {
  const { accessToken, cookies } = await relay.getToken(request, {
    provider: 'tako',
    waitUntil: (work) => context.waitUntil?.(work),
  })
  const response = Response.json({ authorization: `Bearer ${accessToken}` })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
