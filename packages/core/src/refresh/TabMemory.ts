import type { Platform } from '../types/Platform.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'

/** What a tab keeps for a session from one attempt to the next. */
export interface TabMemory {
  /** The attempt of another tab, and when this tab first saw it, on the monotonic clock. */
  seen?: { id: string; at: number } | undefined
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
  const { failures, throttled, refusals, lost, retryAt, triedAt, failedAt } = unsaved
  return { ...record, failures, throttled, refusals, lost, retryAt, triedAt, failedAt }
}

/** How long this tab has seen an attempt, on the monotonic clock. */
export function attemptSeenMs(
  memory: TabMemory,
  { monotonic }: Pick<Platform, 'monotonic'>,
  id: string,
): number {
  if (memory.seen?.id !== id) memory.seen = { id, at: monotonic() }
  return monotonic() - memory.seen.at
}
