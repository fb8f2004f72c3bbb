import type { Platform } from '../types/Platform.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'

/** What a tab keeps for a session from one attempt to the next. */
export interface TabMemory {
  /** The attempt of another tab, and when this tab first saw it, on the monotonic clock. */
  seen?: { id: string; at: number } | undefined
  /** The record of a generation as it is known here, although the storage refused it. */
  unsaved?: SessionRecord | undefined
  /** When the last failed attempt was made, and how far in the future that was when this tab first saw it. */
  tried?: { at: number; aheadMs: number } | undefined
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

/** How far the clock was set back since a wait was stored: it then begins when it is first seen, and is as long as it was. */
export function aheadMs(
  memory: TabMemory,
  { triedAt: at = 0 }: Pick<SessionRecord, 'triedAt'>,
  nowAt: number,
): number {
  if (memory.tried?.at !== at) memory.tried = { at, aheadMs: Math.max(at - nowAt, 0) }
  return memory.tried.aheadMs
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
