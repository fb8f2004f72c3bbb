import { defineProvider } from '../../../core/src/providers/defineProvider.ts'
import { failed } from '../../../core/src/providers/failed.ts'
import { requestJson } from '../../../core/src/providers/requestJson.ts'
import { succeeded } from '../../../core/src/providers/succeeded.ts'
import { unreadable } from '../../../core/src/providers/unreadable.ts'
import type { ProviderContext, RateBudget } from '../../../core/src/types/TokenProvider.ts'
import type { TokenOutcome } from '../../../core/src/types/TokenOutcome.ts'

export const simOrigin = 'https://api.sim.example'

interface Wire {
  access?: string
  refresh?: string
  expires_in?: number
  subject?: string
  error?: string
}

/** The simulated API as a provider of the kit, without lazy loading. */
export function simProvider(name: string, budget: RateBudget, canRevoke: boolean) {
  async function ask(context: ProviderContext, path: string, body: object): Promise<TokenOutcome> {
    const answer = await requestJson(context, { url: `${simOrigin}/${name}/${path}`, body })
    if (answer.type !== 'ok') return answer
    const { access, refresh, expires_in, subject, error } = answer.json as Wire
    const { retryAfterMs, status } = answer
    if (access && refresh && expires_in)
      return succeeded({
        accessToken: access,
        refreshToken: refresh,
        lifetimeMs: expires_in * 1000,
        subject,
      })
    if (error === 'busy')
      return failed('transient', 'provider/unavailable', 'The provider is busy.', { retryAfterMs })
    if (error === 'invalid_grant') return failed('terminal', 'provider/refused', 'Refused.')
    return unreadable(status)
  }

  return defineProvider({
    name,
    origins: [simOrigin],
    budget,
    createMessage: ({ address, issuedAt }) => `${address} ${issuedAt.toISOString()}`,
    exchange: (context, signed) => ask(context, 'exchange', signed),
    refresh: (context, { tokens }) => ask(context, 'refresh', { refresh: tokens.refreshToken }),
    ...(canRevoke && {
      async revoke(context, { tokens }) {
        await ask(context, 'revoke', { refresh: tokens.refreshToken })
      },
    }),
  })
}
