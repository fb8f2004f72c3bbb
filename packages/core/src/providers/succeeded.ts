import { clampLifetime, jwtSubject } from '../tokens/tokenLifetime.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/**
 * Returns the outcome that brings tokens: the lifetime is clamped to 10 s … 30 days, and the subject is read from the access
 * token if not given.
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
