import { redactText } from './redactText.ts'

/** What a log line says about an error. */
export interface RedactedError {
  name: string
  message: string
  code?: string | undefined
  cause?: RedactedError | undefined
}

/** Deeper chains of causes are cut. */
export const maxDepth = 5

/** An error as plain, redacted data, causes included. Stacks stay out: their first line is the message again. */
export function redactError(
  error: unknown,
  secrets: readonly (string | undefined)[] = [],
  depth = 0,
): RedactedError {
  if (!(error instanceof Error)) return { name: 'unknown', message: `a thrown ${typeof error}` }
  const code = 'code' in error ? error.code : undefined
  return {
    name: error.name,
    message: redactText(error.message, secrets).slice(0, 500),
    ...(typeof code === 'string' && { code: redactText(code, secrets) }),
    ...(error.cause !== undefined &&
      depth < maxDepth && { cause: redactError(error.cause, secrets, depth + 1) }),
  }
}
