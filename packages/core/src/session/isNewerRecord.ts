import type { SessionRecord } from '../types/SessionRecord.ts'

/** Whether a record comes after another of the same account. What is read may lie behind what is in memory. */
export function isNewerRecord(theirs: SessionRecord, mine: SessionRecord): boolean {
  return (
    theirs.gen > mine.gen ||
    // Generations begin anew where the storage was cleared.
    (theirs.sid !== mine.sid && theirs.startedAt > mine.startedAt)
  )
}
