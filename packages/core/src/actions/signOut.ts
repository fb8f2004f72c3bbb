import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { SessionReason } from '../types/SessionStatus.ts'

export interface SignOutParameters extends SessionParameters {
  /** The reason that the session then shows: `'user'` by default. */
  reason?: Extract<SessionReason, 'user' | 'wallet-disconnected' | 'account-changed'> | undefined
}
export interface SignOutReturnType {
  /** Whether the provider confirmed the sign-out; `'unsupported'` also if there was no session. */
  revoked: Revoked
}

/**
 * Signs out, here and in every other tab; no tab can bring the session back. Calling it again has no effect.
 *
 * The session ends immediately. The promise resolves once the provider has answered, and tells whether it revoked the tokens:
 * `revoked: false` if it could not be reached or refused (its refresh token then lives until it expires), without delay if the
 * browser is offline.
 *
 * @example
 * ```ts
 * import { createAuthClient, signOut, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const { revoked } = await signOut(auth) // true, false or 'unsupported'
 * ```
 *
 * @throws {TakoKitError} `storage/failed` if the browser refused to store the sign-out: the session has ended here, but may
 * return after a reload; `config/…`.
 */
export async function signOut(
  client: AuthClient,
  { reason = 'user', ...which }: SignOutParameters = {},
): Promise<SignOutReturnType> {
  const sessions = client['~sessions']
  sessions.assertAlive()
  sessions.attempts.get(sessions.provider(which.provider).name)?.abort()
  if (!sessions.find(which).held()) await sessions.restore()
  return { revoked: await sessions.find(which).end(reason, which.account) }
}
