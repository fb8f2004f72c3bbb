import type { Revoked, TokenProvider, TokenSet } from '@takokit/core'
import type { RelayEngine, Trace } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import { callUpstream } from '../upstream/callUpstream.ts'
import { revokeOutcome } from '../upstream/revokeOutcome.ts'
import { recordThrottle, throttleLeftMs } from './throttle.ts'

export interface RevokeParameters {
  provider: TokenProvider
  session: RelaySession
  trace: Trace
}

/** Revokes a session's tokens at the provider. A failed revocation is retried later. */
export async function revokeUpstream(
  engine: RelayEngine,
  parameters: RevokeParameters,
): Promise<Revoked> {
  const { provider, session } = parameters
  if (!provider.revoke) return 'unsupported'
  const quietMs = await throttleLeftMs(engine, provider.name).catch(() => 0)
  const type = quietMs > 0 ? 'throttled' : await revokeOnce(engine, parameters)
  if (type !== 'ok' && type !== 'terminal') await engine.revocations.add(provider.name, session)
  return type === 'ok'
}

/** One request, and its result. */
export async function revokeOnce(
  engine: RelayEngine,
  { provider, session, trace }: RevokeParameters,
) {
  const { accessToken, refreshToken, lifetimeMs, account } = session
  const tokens: TokenSet = { accessToken, refreshToken, lifetimeMs }
  const outcome = await callUpstream(engine, {
    provider,
    call: 'revoke',
    trace,
    secrets: [accessToken, refreshToken],
    run: (context) =>
      revokeOutcome(context, tokens, async (watched) =>
        provider.revoke?.(watched, { tokens, account }),
      ),
  })
  if (outcome.type === 'throttled')
    // If the store is gone, the own back-off remains.
    await recordThrottle(engine, provider.name, outcome.error.retryAfterMs ?? 0).catch(() => {})
  return outcome.type
}
