import type { Tombstone } from '../types/SessionRecord.ts'
import type { SessionRows } from '../types/SessionStore.ts'

/** The rows once a session is over: its record says so, if it is still the stored one, and its tombstone stands beside it. */
export function endedRows({ record }: SessionRows, tombstone: Omit<Tombstone, 'v'>): SessionRows {
  const isOver = record?.sid === tombstone.sid
  return {
    record: record && isOver ? { ...record, status: 'signedOut', attempt: undefined } : record,
    tombstone: { v: 1, ...tombstone },
  }
}
