import type { ErrorCode } from '../errors/ErrorCode.ts'
import { TakoKitError, type TakoKitErrorOptions } from '../errors/TakoKitError.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import { visible } from '../utils/visible.ts'

type FailedOutcome = Exclude<TokenOutcome, { type: 'ok' }>

/**
 * An outcome that brings no tokens. What the provider said is cut to a readable length and loses what is not to be seen:
 * controls, and what turns the direction of writing.
 */
export function failed(
  type: FailedOutcome['type'],
  code: ErrorCode,
  message: string,
  options: TakoKitErrorOptions = {},
): FailedOutcome {
  const { details, providerCode, correlationId } = options
  const error = new TakoKitError(code, visible(message, 500), {
    ...options,
    details: details && visible(details, 500),
    providerCode: typeof providerCode === 'string' ? visible(providerCode, 100) : providerCode,
    correlationId: correlationId && visible(correlationId, 100),
  })
  return { type, error }
}
