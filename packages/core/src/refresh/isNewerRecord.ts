import type { SessionRecord } from '../types/SessionRecord.ts'

/** Whether a record is newer than another one of the same account. The stored record may be older than the one in memory. */
export function isNewerRecord(theirs: SessionRecord, mine: SessionRecord): boolean {
  return (
    theirs.gen > mine.gen ||
    // Generations start again if the storage was cleared.
    (theirs.sid !== mine.sid && theirs.startedAt > mine.startedAt)
  )
}
