import type { SessionRecord } from '../types/SessionRecord.ts'

/** What the order of sessions depends on. */
type Ordered = Pick<SessionRecord, 'sid' | 'gen' | 'startedAt'>

/**
 * Whether a record is newer than another one of the same account. The stored record may be older than the one in memory. Sessions are
 * compared by when they began: generations start again if the storage was cleared, and an earlier session may have been refreshed since.
 */
export function isNewerRecord(theirs: Ordered, mine: Ordered): boolean {
  if (theirs.sid === mine.sid || theirs.startedAt === mine.startedAt) return theirs.gen > mine.gen
  return theirs.startedAt > mine.startedAt
}
