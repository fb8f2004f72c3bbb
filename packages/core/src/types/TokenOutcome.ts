import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenSet } from './TokenSet.ts'

/**
 * The result of a token request, from an allow-list: every answer that is not known to be something else is `malformed`.
 *
 * - `ok`: tokens.
 * - `terminal`: the provider refused what it was given. The engine confirms it once before a session ends.
 * - `throttled`: not processed; wait `error.retryAfterMs`, or for the budget.
 * - `transient`: the provider says that it could not process it; nothing was used up.
 * - `ambiguous`: it may or may not have been processed (network error, timeout, 5xx).
 * - `malformed`: an answer that cannot be read (HTML at 200, cut JSON, a missing field): treated as `ambiguous`.
 */
export type TokenOutcome =
  | { type: 'ok'; tokens: TokenSet }
  | {
      type: 'terminal' | 'throttled' | 'transient' | 'ambiguous' | 'malformed'
      error: TakoKitError
    }
