import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { SessionController } from './SessionController.ts'
import type { Engine } from './Engine.ts'

/** Turns a failed sign-in into one of our errors. Only an abort counts as a cancel; a mistake in the code is reported as such. */
export function toSignInError(
  { platform }: Engine,
  session: SessionController,
  { cause, signal }: { cause: unknown; signal: AbortSignal },
): TakoKitError {
  const isOurs = cause instanceof TakoKitError
  if (isOurs && cause.code.startsWith('config/')) platform.warn(cause.message)
  if (isOurs && cause.code !== 'request/aborted') return cause
  if (isOurs || signal.aborted) return cancelled(cause)
  // The first step begins once there is a message.
  const error = session.state().step
    ? new TakoKitError(
        'internal/unexpected',
        // Only the name: the text may quote what was being read.
        `Signing in failed by a mistake in the code: ${nameOf(cause)}. See the error’s cause.`,
        { cause },
      )
    : messageFailed(session.provider, cause)
  platform.warn(error.message)
  return error
}

export function cancelled(cause: unknown): TakoKitError {
  const text = 'Signing in was cancelled. Nothing was sent.'
  return new TakoKitError('sign-in/cancelled', text, { cause })
}

/** A provider's own `createMessage` failed. */
export function messageFailed({ name }: TokenProvider, cause: unknown): TakoKitError {
  const what = cause instanceof Error ? `failed: ${cause.message}` : 'gave no text.'
  const text = `\`createMessage\` of the provider "${name}" ${what}`
  return new TakoKitError('config/invalid', text, { cause })
}

function nameOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause
}
