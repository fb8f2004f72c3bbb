import type { Session, SessionSnapshot } from '../types/SessionSnapshot.ts'

/**
 * Returns a snapshot without the members that change on a refresh.
 *
 * @example
 * ```ts
 * import { createAuthClient, tako, toSession } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const session = toSession(auth.getSnapshot())
 * ```
 */
export function toSession(snapshot: SessionSnapshot): Session {
  const { provider, account, address, status, step, reason, error, startedAt, sid } = snapshot
  // Outside a sign-in, an error concerns a refresh: the session itself is unchanged.
  const lasting = status === 'signedIn' && startedAt !== undefined ? undefined : error
  return { provider, account, address, status, step, reason, error: lasting, startedAt, sid }
}
