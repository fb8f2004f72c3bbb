import { TakoKitError } from '../errors/TakoKitError.ts'
import { clampLifetime, jwtExpiresAt, jwtLifetime, jwtSubject } from '../tokens/tokenLifetime.ts'
import type { IssuedTokens } from '../types/IssuedTokens.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { BeginParameters } from './BeginParameters.ts'
import type { Engine } from './Engine.ts'

/** Reads what is known of a pair that was obtained elsewhere. One that has expired by its own word is renewed at once. */
export function issuedTokens(
  { platform }: Engine,
  provider: TokenProvider,
  { accessToken, refreshToken, expiresInMs }: IssuedTokens,
): Pick<BeginParameters, 'tokens' | 'requestedAt' | 'monotonicAt'> {
  if (!accessToken || !refreshToken)
    throw new TakoKitError(
      'config/invalid',
      'Both `accessToken` and `refreshToken` are needed to keep a session fresh.',
    )
  const nowAt = platform.now()
  const untilExpiryMs = (jwtExpiresAt(accessToken) ?? Number.NaN) - nowAt
  const leftMs = [expiresInMs, untilExpiryMs].find((ms) => ms !== undefined && Number.isFinite(ms))
  const usualMs = jwtLifetime(accessToken) ?? provider.defaultLifetimeMs ?? 3_600_000
  const lifetimeMs = clampLifetime(leftMs !== undefined && leftMs > 0 ? leftMs : usualMs)
  const spentMs = leftMs !== undefined && leftMs <= 0 ? lifetimeMs : 0
  return {
    tokens: { accessToken, refreshToken, lifetimeMs, subject: jwtSubject(accessToken) },
    requestedAt: nowAt - spentMs,
    monotonicAt: platform.monotonic() - spentMs,
  }
}
