import { Auth0Client } from '@auth0/auth0-spa-js'
import { callWith } from '../callWith.ts'
import type { OpenPeer } from '../PeerSession.ts'

/** Refresh tokens, shared by tabs over local storage, which is what it locks. It begins with a code, as after its redirect. */
export const open: OpenPeer = ({ apiUrl }) => {
  const client = new Auth0Client({
    domain: apiUrl,
    clientId: 'app',
    cacheLocation: 'localstorage',
    useRefreshTokens: true,
    authorizationParams: { redirect_uri: location.origin },
  })
  const token = () => client.getTokenSilently()
  return {
    async start() {
      let sent = new URLSearchParams()
      await client.loginWithRedirect({
        openUrl: async (url) => {
          sent = new URL(url).searchParams
        },
      })
      const [state, nonce] = [sent.get('state') ?? '', sent.get('nonce') ?? '']
      // The server takes the code for the nonce.
      await client.handleRedirectCallback(
        `${location.origin}/?${new URLSearchParams({ code: nonce, state }).toString()}`,
      )
    },
    async resume() {
      await client.isAuthenticated()
    },
    token,
    call: (url) => callWith(url, token, () => client.getTokenSilently({ cacheMode: 'off' })),
  }
}
