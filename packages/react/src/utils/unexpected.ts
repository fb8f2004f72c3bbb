import { type AuthClient, TakoKitError } from '@takokit/core'

/** Wraps a mistake in the code as one of our errors, and reports it to developers. */
export function unexpected(client: AuthClient, cause: unknown): TakoKitError {
  if (cause instanceof TakoKitError) return cause
  // Only its name: its text may quote the data that was being read.
  const name = cause instanceof Error ? cause.name : typeof cause
  const message = `Signing in failed by a mistake in the code: ${name}. See the error’s cause.`
  client['~engine'].platform.warn(message)
  return new TakoKitError('internal/unexpected', message, { cause })
}
