import type { SessionReason } from '../types/SessionStatus.ts'
import type { SessionRows } from '../types/SessionStore.ts'

/** Why what is stored says that a session is over; `undefined` where it is not. */
export function endReason(rows: SessionRows, sid: string): SessionReason | undefined {
  if (rows.tombstone?.sid === sid) return 'signed-out-elsewhere'
  if (rows.record?.sid !== sid || rows.record.status === 'signedIn') return undefined
  return rows.record.reason ?? 'signed-out-elsewhere'
}
