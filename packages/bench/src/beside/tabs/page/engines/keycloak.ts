import Keycloak from 'keycloak-js'
import { callWith } from '../callWith.ts'
import type { Issued, OpenPeer } from '../PeerSession.ts'

/** It shares nothing between tabs: each has tokens of its own, as after its silent single sign-on. */
export const open: OpenPeer = ({ apiUrl }) => {
  const client = new Keycloak({ url: apiUrl, realm: 'realm', clientId: 'app' })
  client.onTokenExpired = () => void client.updateToken(30).catch(() => {})
  const refresh = async (minValidity: number) => {
    await client.updateToken(minValidity)
    return client.token ?? ''
  }
  const begin = async (tokens: Issued) => {
    await client.init({
      token: tokens.access_token,
      refreshToken: tokens.refresh_token,
      idToken: tokens.id_token,
      checkLoginIframe: false,
    })
  }
  const token = () => refresh(30)
  return {
    start: begin,
    resume: begin,
    token,
    call: (url) => callWith(url, token, () => refresh(-1)),
  }
}
