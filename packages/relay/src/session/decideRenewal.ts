import type { RelayTiming } from '../types/RelayTiming.ts'
import type { EndReason, SessionRow } from '../types/SessionRow.ts'
import { endOf } from './endOf.ts'
import { freshRow } from './freshRow.ts'
import type { OpenedSession } from './OpenedSession.ts'
import type { ReadRow } from './rows.ts'

/** What the row says about renewing now. */
export type RenewalDecision =
  | { type: 'ended'; reason: EndReason }
  /** Somebody has renewed it. */
  | { type: 'newer'; sealed: string }
  /** Somebody is at it, and believed to be for so long. */
  | { type: 'inFlight'; leftMs: number }
  /** Nothing is to be sent for so long. */
  | { type: 'backingOff'; leftMs: number }
  | { type: 'ready'; row: SessionRow; isTakenOver: boolean }

/** Pure: decides from what is stored whether to stop, adopt, wait, or present the refresh token that is held. */
export function decideRenewal(
  { row, ageMs }: ReadRow,
  { session }: OpenedSession,
  timing: RelayTiming,
): RenewalDecision {
  const { gen, untilAt } = session
  const reason = endOf(row, gen)
  if (reason) return { type: 'ended', reason }
  if (row?.sealed && row.gen > gen) return { type: 'newer', sealed: row.sealed }
  // What is stored lags behind: the answer reached the browser, the writing did not reach the store.
  if (!row || row.gen < gen)
    return { type: 'ready', row: freshRow({ gen, untilAt }), isTakenOver: false }
  if (row.attempt) {
    const leftMs = (row.attemptMs ?? timing.requestTimeoutMs) + timing.frozenMarginMs - ageMs
    if (leftMs > 0) return { type: 'inFlight', leftMs }
    // Whoever wrote that is gone or frozen, and whether it sent is not known.
    const lost = { ...row, failures: row.failures + 1, lost: true }
    return { type: 'ready', row: lost, isTakenOver: true }
  }
  const leftMs = (row.restMs ?? 0) - ageMs
  return leftMs > 0 ? { type: 'backingOff', leftMs } : { type: 'ready', row, isTakenOver: false }
}
