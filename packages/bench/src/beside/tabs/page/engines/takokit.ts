import {
  authFetch,
  createAuthClient,
  defineProvider,
  getAuthToken,
  oauthFailed,
  requestJson,
  restoreSession,
  startSession,
  succeeded,
} from '@takokit/core'
import type { OpenPeer } from '../PeerSession.ts'

/** As the guide "A provider of your own" tells; all else are defaults. */
export const open: OpenPeer = ({ apiUrl }) => {
  const provider = defineProvider({
    name: 'oauth',
    origins: [apiUrl],
    async refresh(context, { tokens }) {
      const answer = await requestJson(context, {
        url: `${apiUrl}/token`,
        form: { grant_type: 'refresh_token', refresh_token: tokens.refreshToken },
      })
      if (answer.type !== 'ok') return answer
      const json = answer.json as Record<string, string | number | undefined>
      if (!json.access_token) return oauthFailed(answer)
      return succeeded({
        accessToken: String(json.access_token),
        refreshToken: String(json.refresh_token),
        lifetimeMs: Number(json.expires_in) * 1_000,
      })
    },
  })
  const client = createAuthClient({ providers: [provider] })
  return {
    async start(tokens) {
      await startSession(client, {
        account: 'someone',
        tokens: {
          accessToken: tokens.access_token,
          refreshToken: tokens.refresh_token,
          expiresInMs: tokens.expires_in * 1_000,
        },
      })
    },
    async resume() {
      await restoreSession(client)
    },
    token: () => getAuthToken(client),
    call: async (url) => (await authFetch(client, url)).status,
  }
}
