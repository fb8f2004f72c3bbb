import type { Platform } from '../types/Platform.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'

/** What a tab keeps for a session from one attempt to the next. */
export interface TabMemory {
  /** The attempt of another tab, and when this tab first and last saw it, on the monotonic clock. */
  seen?: { id: string; at: number; lastAt: number } | undefined
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

/** How long another tab's attempt may take, and what names it: that attempt, or the session whose lock its tab holds. */
export interface AttemptBound {
  id: string
  boundMs: number
  marginMs: number
}

/**
 * How long another tab's attempt still has until it is given up: `boundMs` from when this tab first saw it, on the monotonic clock,
 * and `marginMs` for a page that was frozen. A tab that did not look for longer than that has slept, and the other one perhaps too:
 * it gets the margin anew, in which it may store the answer.
 */
export function attemptLeftMs(
  memory: TabMemory,
  { monotonic }: Pick<Platform, 'monotonic'>,
  { id, boundMs, marginMs }: AttemptBound,
): number {
  const nowAt = monotonic()
  if (memory.seen?.id !== id) memory.seen = { id, at: nowAt, lastAt: nowAt }
  const { seen } = memory
  if (nowAt - seen.lastAt > boundMs + 2 * marginMs) seen.at = nowAt - boundMs
  seen.lastAt = nowAt
  return seen.at + boundMs + marginMs - nowAt
}
