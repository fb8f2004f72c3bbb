import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionRows } from '../types/SessionStore.ts'

/** Whether a record stands for tokens that may be used. */
export function isActiveRecord<rows extends SessionRows>(
  rows: rows,
): rows is rows & { record: SessionRecord } {
  return rows.record?.status === 'signedIn' && rows.tombstone?.sid !== rows.record.sid
}
