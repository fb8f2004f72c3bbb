import { TakoKitError } from '@takokit/core'
import { maxTextLength } from './maxTextLength.ts'
import { maxDepth, redactError } from './redactError.ts'
import { redactText } from './redactText.ts'

/** A copy of the error with secrets removed and size bounded: message, details and the whole chain of causes. */
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
  const clean = (text: string | undefined, length: number) =>
    text === undefined ? undefined : redactText(String(text), secrets).slice(0, length)
  if (error instanceof TakoKitError) {
    const { code, details, providerCode, correlationId, retryAfterMs } = error
    return new TakoKitError(code, message, {
      ...cause,
      details: clean(details, maxTextLength.text),
      providerCode:
        typeof providerCode === 'string' ? clean(providerCode, maxTextLength.code) : providerCode,
      correlationId: clean(correlationId, maxTextLength.code),
      retryAfterMs,
    })
  }
  const copy = new Error(message, cause)
  copy.name = name
  // The copy's stack begins with the clean message; the original's would repeat the other one.
  return copy
}
