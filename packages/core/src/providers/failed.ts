import type { ErrorCode } from '../errors/ErrorCode.ts'
import { TakoKitError, type TakoKitErrorOptions } from '../errors/TakoKitError.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'

type FailedOutcome = Exclude<TokenOutcome, { type: 'ok' }>

/**
 * An outcome that brings no tokens. What the provider said is cut to a readable length, and loses what is not to be seen.
 * {@link TokenOutcome} explains each `type`.
 *
 * @example
 * ```ts
 * import { failed } from '@takokit/core'
 *
 * // Only `terminal` ends a session; `transient` is tried again.
 * const outcome = failed('transient', 'provider/unavailable', 'The API is busy.', { retryAfterMs: 5_000 })
 * ```
 */
export function failed(
  type: FailedOutcome['type'],
  code: ErrorCode,
  message: string,
  options: TakoKitErrorOptions = {},
): FailedOutcome {
  return { type, error: new TakoKitError(code, message.slice(0, 500), options) }
}
