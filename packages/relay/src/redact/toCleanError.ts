import { TakoKitError } from '@takokit/core'
import { maxDepth, redactError } from './redactError.ts'
import { redactText } from './redactText.ts'

/** The same error with nothing secret in it: message, details and the whole chain of causes. */
export function toCleanError(
  error: unknown,
  secrets: readonly (string | undefined)[] = [],
  depth = 0,
): Error {
  const { name, message } = redactError(error, secrets)
  const cause =
    error instanceof Error && error.cause !== undefined && depth < maxDepth
      ? { cause: toCleanError(error.cause, secrets, depth + 1) }
      : {}
  if (error instanceof TakoKitError) {
    const { code, details, providerCode, correlationId, retryAfterMs } = error
    return new TakoKitError(code, message, {
      ...cause,
      details: details === undefined ? undefined : redactText(details, secrets),
      providerCode:
        typeof providerCode === 'string' ? redactText(providerCode, secrets) : providerCode,
      correlationId: correlationId === undefined ? undefined : redactText(correlationId, secrets),
      retryAfterMs,
    })
  }
  const clean = new Error(message, cause)
  clean.name = name
  // The stack of the copy begins with the clean message; the original's would repeat the other one.
  return clean
}
