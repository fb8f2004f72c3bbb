// React Router: loaders of framework mode, or of a static handler.
import { type Relay, RelayRefusal } from '@takokit/relay'
import { data, type LoaderFunctionArgs, redirect } from 'react-router'

export function createLoaders(relay: Relay<'tako'>, callApi: typeof fetch) {
  return {
    /** The root's loader: who is signed in, for the page's first render. It holds no token. */
    root: async ({ request }: LoaderFunctionArgs) => ({
      initialSession: await relay.getSession(request).catch(refuse),
    }),
    /** A page for those who are signed in. */
    async members({ request }: LoaderFunctionArgs) {
      const session = await relay.getSession(request).catch(refuse)
      if (!session) throw redirect('/')
      return { address: session.address }
    },
    /** A call of the server's own with the user's token. */
    async bids({ request }: LoaderFunctionArgs) {
      const token = await relay.getToken(request, { provider: 'tako' }).catch(refuse)
      const headers = { authorization: `Bearer ${token.accessToken}` }
      const bids: unknown = await (await callApi('https://api.tako.so/v2/bids', { headers })).json()
      return data(bids, { headers: token.cookies.map((cookie) => ['set-cookie', cookie] as const) })
    },
  }
}

/** The `ErrorBoundary` of the route shows it, with its status. */
function refuse(error: unknown): never {
  if (error instanceof RelayRefusal) throw data({ error: error.message }, { status: error.status })
  throw error
}
