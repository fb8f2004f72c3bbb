import { TakoKitError } from '../errors/TakoKitError.ts'
import type { Platform } from '../types/Platform.ts'

export interface SignInFailure {
  cause: unknown
  signal: AbortSignal
  /** The provider's. */
  name: string
  /** Its message was made: what failed came later. */
  isMade: boolean
}

/** What failed while signing in, as one of our errors. Only an abort is a cancel; a mistake in the code stays one, and is told. */
export function toSignInError(
  { warn }: Platform,
  { cause, signal, name, isMade }: SignInFailure,
): TakoKitError {
  const isOurs = cause instanceof TakoKitError
  if (isOurs && cause.code.startsWith('config/')) warn(cause.message)
  if (isOurs && cause.code !== 'request/aborted') return cause
  if (isOurs || signal.aborted)
    return new TakoKitError('sign-in/cancelled', 'Signing in was cancelled. Nothing was sent.', {
      cause,
    })
  const error = isMade
    ? new TakoKitError(
        'internal/unexpected',
        // No more of it than its name: what was being read may stand in its text.
        `Signing in failed by a mistake in the code: ${nameOf(cause)}. See the error’s cause.`,
        { cause },
      )
    : new TakoKitError(
        'config/invalid',
        `\`createMessage\` of the provider "${name}" ${cause instanceof Error ? `failed: ${cause.message}` : 'gave no text.'}`,
        { cause },
      )
  warn(error.message)
  return error
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause
}
