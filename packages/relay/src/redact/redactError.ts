import { maxTextLength } from './maxTextLength.ts'
import { redactText } from './redactText.ts'

/** An error in a log line. */
export interface RedactedError {
  name: string
  message: string
  code?: string | undefined
  cause?: RedactedError | undefined
}

/** Deeper chains of causes are cut. */
export const maxDepth = 5

/** An error as plain, redacted data, causes included. Stacks are left out: their first line repeats the message. */
export function redactError(
  error: unknown,
  secrets: readonly (string | undefined)[] = [],
  depth = 0,
): RedactedError {
  if (!(error instanceof Error)) return { name: 'unknown', message: `a thrown ${typeof error}` }
  const code = 'code' in error ? error.code : undefined
  const short = (text: string) => redactText(text, secrets).slice(0, maxTextLength.code)
  return {
    name: short(String(error.name)),
    message: redactText(String(error.message), secrets).slice(0, maxTextLength.text),
    ...(typeof code === 'string' && { code: short(code) }),
    ...(error.cause !== undefined &&
      depth < maxDepth && { cause: redactError(error.cause, secrets, depth + 1) }),
  }
}
