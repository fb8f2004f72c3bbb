import { clampLifetime, jwtSubject } from '../tokens/tokenLifetime.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/**
 * The outcome with tokens: lifetime clamped to 10 s … 30 days, subject read from the access token if not given.
 *
 * @example
 * ```ts
 * import { succeeded } from '@takokit/core'
 *
 * const outcome = succeeded({ accessToken: 'a', refreshToken: 'r', lifetimeMs: 900_000 })
 * ```
 */
export function succeeded(tokens: TokenSet): TokenOutcome & { type: 'ok' } {
  return {
    type: 'ok',
    tokens: {
      ...tokens,
      lifetimeMs: clampLifetime(tokens.lifetimeMs),
      subject: tokens.subject ?? jwtSubject(tokens.accessToken),
    },
  }
}
