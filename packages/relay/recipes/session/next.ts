// Next.js: who is signed in, in a route handler, a server component and proxy.ts. `relay` is that of app/relay.ts (../next.ts),
// kept on `globalThis`: with a relay each, and a `memoryStore` of its own, pages would not know of the route handlers' sign-outs.
// Several processes need `redisStore`.
import { type Relay, RelayRefusal, type SignedInSession } from '@takokit/relay'

/** app/me/route.ts: `export const GET = getMe(relay)`. */
export const getMe = (relay: Relay<'tako'>) => async (request: Request) => {
  try {
    const session = await relay.getSession(request)
    if (!session) return Response.json({ error: 'Sign in first.' }, { status: 401 })
    return Response.json({ address: session.address })
  } catch (error) {
    return refuse(error)
  }
}

/** app/bids/route.ts: `export const GET = getBids(relay, fetch)`, a call of the server's own with the user's token. */
export const getBids =
  (relay: Relay<'tako'>, callApi: typeof fetch) => async (request: Request) => {
    try {
      const { accessToken, cookies } = await relay.getToken(request, { provider: 'tako' })
      const headers = { authorization: `Bearer ${accessToken}` }
      const { status, body } = await callApi('https://api.tako.so/v2/bids', { headers })
      const response = new Response(body, { status })
      for (const cookie of cookies) response.headers.append('set-cookie', cookie)
      return response
    } catch (error) {
      return refuse(error)
    }
  }

/**
 * app/page.tsx, a server component: `const session = await readSession(relay, headers)`, with `headers` of `next/headers`. It
 * holds no token and may be passed to a client component. A `RelayRefusal` is for the error.tsx beside the page.
 */
export const readSession = async (
  relay: Relay<'tako'>,
  headers: () => Promise<Pick<Headers, 'get'>>,
): Promise<SignedInSession | undefined> => relay.getSession(await headers())

/** proxy.ts (middleware.ts before Next.js 16): `export const proxy = guard(relay)`, with a `config.matcher`. */
export const guard = (relay: Relay<'tako'>) => async (request: Request) => {
  try {
    const session = await relay.getSession(request)
    return session ? undefined : Response.redirect(new URL('/', request.url), 307)
  } catch (error) {
    return refuse(error)
  }
}

function refuse(error: unknown): Response {
  if (!(error instanceof RelayRefusal)) throw error
  return Response.json({ error: error.message }, { status: error.status })
}
