import type { SessionRecord } from '../types/SessionRecord.ts'

/** What a tab keeps for a session from one attempt to the next. */
export interface TabMemory {
  /** The record of a generation as it is known here, although the storage refused it. */
  unsaved?: SessionRecord | undefined
  /** When a request was taken from the budget but not sent yet, on the monotonic clock. */
  reservedAt?: number | undefined
}

/** Adds what is known of a generation to its record, although the storage refused it. */
export function withUnsaved<record extends SessionRecord | undefined>(
  record: record,
  unsaved: SessionRecord | undefined,
): record {
  if (!record || record.sid !== unsaved?.sid || record.gen !== unsaved.gen) return record
  const { failures, throttled, refusals, lost, retryAt, failedAt } = unsaved
  return { ...record, failures, throttled, refusals, lost, retryAt, failedAt }
}
