import { type AuthClient, TakoKitError } from '@takokit/core'

/** A mistake in the code, as one of our errors, and told to those who can mend it. */
export function unexpected(client: AuthClient, cause: unknown): TakoKitError {
  if (cause instanceof TakoKitError) return cause
  // No more of it than its name: what was being read may stand in its text.
  const name = cause instanceof Error ? cause.name : typeof cause
  const message = `Signing in failed by a mistake in the code: ${name}. See the error’s cause.`
  client['~engine'].platform.warn(message)
  return new TakoKitError('internal/unexpected', message, { cause })
}
