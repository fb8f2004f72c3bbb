import { User, UserManager, WebStorageStateStore } from 'oidc-client-ts'
import { callWith } from '../callWith.ts'
import type { OpenPeer } from '../PeerSession.ts'

/** Kept in local storage and renewed by itself; a caller waits for that, and looks again for what another tab stored. */
export const open: OpenPeer = ({ apiUrl }) => {
  const manager = new UserManager({
    authority: apiUrl,
    client_id: 'app',
    redirect_uri: location.origin,
    metadata: { issuer: `${apiUrl}/`, token_endpoint: `${apiUrl}/token` },
    userStore: new WebStorageStateStore({ store: localStorage }),
    automaticSilentRenew: true,
  })
  async function token(): Promise<string> {
    const user = await manager.getUser()
    if (user && !user.expired) return user.access_token
    if (!user) throw new Error('signed out')
    await new Promise<void>((resolve) => {
      manager.events.addUserLoaded(() => resolve())
      manager.events.addSilentRenewError(() => resolve())
      setTimeout(resolve, 5_000)
    })
    const renewed = await manager.getUser()
    if (!renewed || renewed.expired) throw new Error('not renewed')
    return renewed.access_token
  }
  return {
    async start({ access_token, refresh_token, id_token, expires_in }) {
      const user = new User({
        access_token,
        refresh_token,
        id_token,
        token_type: 'Bearer',
        scope: 'openid',
        expires_at: Math.floor(Date.now() / 1_000) + expires_in,
        profile: { sub: 'someone', iss: `${apiUrl}/`, aud: 'app', exp: 0, iat: 0 },
      })
      await manager.storeUser(user)
      await manager.getUser()
    },
    async resume() {
      await manager.getUser()
    },
    token,
    call: (url) =>
      callWith(url, token, async () => (await manager.signinSilent())?.access_token ?? ''),
  }
}
