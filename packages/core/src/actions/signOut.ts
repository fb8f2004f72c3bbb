import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { SessionReason } from '../types/SessionStatus.ts'

export interface SignOutParameters extends SessionParameters {
  /** Why, as the session will say it: `'user'` by default. */
  reason?: Extract<SessionReason, 'user' | 'wallet-disconnected' | 'account-changed'> | undefined
}
export type SignOutReturnType = void

/**
 * Signs out, here and in every other tab; nothing brings the session back. Done again, it does nothing.
 *
 * Resolves when the provider was told too, where it can be; the session is over long before.
 *
 * @example
 * ```ts
 * import { createAuthClient, signOut, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * await signOut(auth)
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
  if (!sessions.find(which).grant()) await sessions.restore()
  await sessions.find(which).end(reason, which.account)
}
