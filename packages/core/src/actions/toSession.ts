import type { Session, SessionSnapshot } from '../types/SessionSnapshot.ts'

/** A snapshot without what changes on a refresh. */
export function toSession(snapshot: SessionSnapshot): Session {
  const { provider, account, address, status, step, reason, error, startedAt, sid } = snapshot
  // While nobody is signing in, an error is about a refresh: the session itself is as it was.
  const lasting = status === 'signedIn' && startedAt !== undefined ? undefined : error
  return { provider, account, address, status, step, reason, error: lasting, startedAt, sid }
}
