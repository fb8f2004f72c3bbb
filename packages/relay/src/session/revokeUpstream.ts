import type { TokenProvider, TokenSet } from '@takokit/core'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { callUpstream } from '../upstream/callUpstream.ts'

/** Tells the provider that a session's tokens are not wanted any more, where it can be told. What comes of it changes nothing. */
export async function revokeUpstream(
  engine: RelayEngine,
  parameters: { provider: TokenProvider; session: RelaySession; trace: Trace },
): Promise<void> {
  const { provider, session, trace } = parameters
  const { accessToken, refreshToken, lifetimeMs, account } = session
  const tokens: TokenSet = { accessToken, refreshToken, lifetimeMs }
  if (!provider.revoke) return
  await callUpstream(engine, {
    provider,
    call: 'revoke',
    trace,
    secrets: [accessToken, refreshToken],
    run: async (context) => {
      await provider.revoke?.(context, { tokens, account })
      return { type: 'ok', tokens }
    },
  })
}
