import { TakoKitError } from '../errors/TakoKitError.ts'
import type { IssuedTokens } from '../types/IssuedTokens.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { isToken } from './isToken.ts'
import {
  clampLifetime,
  jwtExpiresAt,
  jwtLifetime,
  jwtSubject,
  lifetimeBounds,
} from './tokenLifetime.ts'

export interface ReadIssuedTokensParameters {
  issued: IssuedTokens
  /** The wall clock, epoch milliseconds. */
  nowAt: number
  /** The lifetime of the provider's access tokens if neither the token nor the caller states one, in milliseconds. */
  defaultLifetimeMs?: number | undefined
}

/**
 * Reads a pair of tokens that was obtained elsewhere. `spentMs` is the part of its lifetime that is over. No given value makes a
 * token live longer than the token itself says, and a token that says it has expired counts as spent.
 *
 * @example
 * ```ts
 * import { readIssuedTokens } from '@takokit/core'
 *
 * const { tokens, spentMs } = readIssuedTokens({
 *   issued: { accessToken: 'a', refreshToken: 'r', expiresInMs: 900_000 },
 *   nowAt: Date.now(),
 * })
 * ```
 *
 * @throws {TakoKitError} `config/invalid` if a token is missing, or if a member is unknown.
 */
export function readIssuedTokens(parameters: ReadIssuedTokensParameters): {
  tokens: TokenSet
  spentMs: number
} {
  const { issued, nowAt, defaultLifetimeMs } = parameters
  const { accessToken, refreshToken, expiresInMs, ...unknown } = { ...issued }
  // A misspelt lifetime would silently become the usual one.
  const [name] = Object.keys(unknown)
  if (name !== undefined)
    throw new TakoKitError(
      'config/invalid',
      `\`tokens\` has \`accessToken\`, \`refreshToken\` and \`expiresInMs\` (milliseconds), and got \`${name.slice(0, 60)}\`.`,
    )
  if (!isToken(accessToken) || !refreshToken || typeof refreshToken !== 'string')
    throw new TakoKitError(
      'config/invalid',
      'Both `accessToken` and `refreshToken` are needed to keep a session fresh.',
    )
  const lifeMs = likely(jwtLifetime(accessToken))
  const leftMs = Math.min(
    likely(expiresInMs) ?? Number.POSITIVE_INFINITY,
    likely((jwtExpiresAt(accessToken) ?? Number.NaN) - nowAt) ?? Number.POSITIVE_INFINITY,
  )
  const isSpent = leftMs <= 0
  const isSaid = !isSpent && leftMs !== Number.POSITIVE_INFINITY
  const usualMs = lifeMs ?? defaultLifetimeMs ?? Number.NaN
  const lifetimeMs = clampLifetime(isSaid ? Math.min(leftMs, lifeMs ?? leftMs) : usualMs)
  return {
    tokens: { accessToken, refreshToken, lifetimeMs, subject: jwtSubject(accessToken) },
    spentMs: isSpent ? lifetimeMs : 0,
  }
}

/** Ignores a value that no token has as its lifetime. */
function likely(ms: number | undefined): number | undefined {
  return typeof ms === 'number' && ms <= lifetimeBounds.maxMs ? ms : undefined
}
