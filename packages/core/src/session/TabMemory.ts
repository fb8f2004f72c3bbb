import type { SessionRecord } from '../types/SessionRecord.ts'

/** What a tab remembers from one look at a record to the next. */
export interface TabMemory {
  /** What the storage refused to take down about a generation. */
  unsaved?: SessionRecord | undefined
  /** When a request was taken from the budget that was not sent yet, on the monotonic clock. */
  reservedAt?: number | undefined
}

/** What was learnt of a generation counts although the storage did not take it down. */
export function withUnsaved<record extends SessionRecord | undefined>(
  record: record,
  unsaved: SessionRecord | undefined,
): record {
  if (!record || record.sid !== unsaved?.sid || record.gen !== unsaved.gen) return record
  const { failures, throttled, refusals, lost, retryAt, failedAt } = unsaved
  return { ...record, failures, throttled, refusals, lost, retryAt, failedAt }
}
