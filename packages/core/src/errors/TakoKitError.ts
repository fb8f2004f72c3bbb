import { visible } from '../utils/visible.ts'
import type { ErrorCode } from './ErrorCode.ts'

/** The parts of a {@link TakoKitError}. None of them may contain a token, a signature or a secret. */
export interface TakoKitErrorOptions {
  /** The underlying failure; always kept. */
  cause?: unknown
  /** The provider's own words, cut to 500 characters. What is not to be seen is taken out of it, here and below. */
  details?: string | undefined
  /** The provider's own number or name for the failure; a name is cut to 128 characters. */
  providerCode?: string | number | undefined
  /** What the provider's support asks for, cut to 128 characters. */
  correlationId?: string | undefined
  /** How long to wait before the next try, in milliseconds. */
  retryAfterMs?: number | undefined
}

/**
 * Every failure of the kit: what happened, why, and what to do.
 *
 * @example
 * ```ts
 * import { TakoKitError } from '@takokit/core'
 *
 * function isQuiet(error: unknown) {
 *   return error instanceof TakoKitError && error.code === 'wallet/rejected'
 * }
 * ```
 */
export class TakoKitError extends Error {
  override readonly name = 'TakoKitError'
  readonly code: ErrorCode
  readonly details: string | undefined
  readonly providerCode: string | number | undefined
  readonly correlationId: string | undefined
  readonly retryAfterMs: number | undefined

  constructor(code: ErrorCode, message: string, options: TakoKitErrorOptions = {}) {
    super(visible(message), 'cause' in options ? { cause: options.cause } : undefined)
    this.code = code
    const { details, providerCode, correlationId } = options
    this.details = details && visible(details, 500)
    this.providerCode = typeof providerCode === 'string' ? visible(providerCode, 128) : providerCode
    this.correlationId = correlationId && visible(correlationId, 128)
    this.retryAfterMs = options.retryAfterMs
  }
}
