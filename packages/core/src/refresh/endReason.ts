import type { SessionReason } from '../types/SessionStatus.ts'
import type { SessionRows } from '../types/SessionStore.ts'

/** Why the stored rows say that a session is over; `undefined` if it is not. */
export function endReason(rows: SessionRows, sid: string): SessionReason | undefined {
  if (rows.tombstone?.sid === sid) return 'signed-out-elsewhere'
  if (rows.record?.sid !== sid || rows.record.status === 'signedIn') return undefined
  return rows.record.reason ?? 'signed-out-elsewhere'
}
