import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionRows } from '../types/SessionStore.ts'

/** A record that stands for tokens which may be used. */
export function isActiveRecord<rows extends SessionRows>(
  rows: rows,
): rows is rows & { record: SessionRecord } {
  return rows.record?.status === 'signedIn' && rows.tombstone?.sid !== rows.record.sid
}
