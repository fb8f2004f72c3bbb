import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { SessionReason } from '../types/SessionStatus.ts'

export interface SignOutParameters extends SessionParameters {
  /** Why, as the session will say it: `'user'` by default. */
  reason?: Extract<SessionReason, 'user' | 'wallet-disconnected' | 'account-changed'> | undefined
}
export interface SignOutReturnType {
  /** Whether the provider knows of it; `'unsupported'` also where nobody was signed in. */
  revoked: Revoked
}

/**
 * Signs out, here and in every other tab; nothing brings the session back. Done again, it does nothing.
 *
 * The session is over at once. Resolves when the provider was told too, and says whether that worked: `revoked: false` where
 * it could not be reached or refused (its refresh token then lives until its own end), at once where the browser is offline.
 *
 * @example
 * ```ts
 * import { createAuthClient, signOut, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const { revoked } = await signOut(auth) // true, false or 'unsupported'
 * ```
 *
 * @throws {TakoKitError} `storage/failed` where the browser refused to note it: signed out here, but perhaps not after a
 * reload; `config/…`.
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
