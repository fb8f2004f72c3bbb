import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { SessionRows } from '../types/SessionStore.ts'

/** Why what is stored says that a session is over; `undefined` where it is not. */
export function whyEnded(rows: SessionRows, sid: string): SessionReason | undefined {
  if (rows.tombstone?.sid === sid) return 'signed-out-elsewhere'
  if (rows.record?.sid !== sid || rows.record.status === 'signedIn') return undefined
  return rows.record.reason ?? 'signed-out-elsewhere'
}

/** Whether a record comes after another of the same account. What is read may lie behind what is in memory. */
export function isAfter(theirs: SessionRecord, mine: SessionRecord): boolean {
  return (
    theirs.gen > mine.gen ||
    // Generations begin anew where the storage was cleared.
    (theirs.sid !== mine.sid && theirs.startedAt > mine.startedAt)
  )
}

/** A record that stands for tokens which may be used. */
export function isLive<rows extends SessionRows>(
  rows: rows,
): rows is rows & { record: SessionRecord } {
  return rows.record?.status === 'signedIn' && rows.tombstone?.sid !== rows.record.sid
}
