import type { RelayEngine } from '../RelayEngine.ts'
import type { EndReason, SessionRow } from '../types/SessionRow.ts'
import { endOf } from './endOf.ts'
import { freshRow } from './freshRow.ts'
import type { OpenedSession } from './OpenedSession.ts'
import type { ReadRow } from './ReadRow.ts'
import { restLeftMs } from './restLeftMs.ts'

/** What the row says about renewing now. */
export type RenewalDecision =
  | { type: 'ended'; reason: EndReason }
  /** Another request has renewed it. */
  | { type: 'newer'; sealed: string }
  /** Another request is renewing it, and may take this long. */
  | { type: 'inFlight'; leftMs: number }
  /** Nothing may be sent for this long. */
  | { type: 'backingOff'; leftMs: number }
  | { type: 'ready'; row: SessionRow; isTakenOver: boolean }

/** Pure: decides from the stored row whether to stop, adopt, wait, or send the refresh token at hand. */
export function decideRenewal(
  { row, ageMs }: ReadRow,
  { session }: OpenedSession,
  engine: Pick<RelayEngine, 'now' | 'timing'>,
): RenewalDecision {
  const { gen, untilAt } = session
  const reason = endOf(row, gen)
  if (reason) return { type: 'ended', reason }
  if (row?.sealed && row.gen > gen) return { type: 'newer', sealed: row.sealed }
  // The store lags behind: the response reached the browser, the write did not reach the store.
  if (!row || row.gen < gen)
    return { type: 'ready', row: freshRow({ gen, untilAt }), isTakenOver: false }
  if (row.attempt) {
    const leftMs =
      (row.attemptMs ?? engine.timing.requestTimeoutMs) + engine.timing.frozenMarginMs - ageMs
    if (leftMs > 0) return { type: 'inFlight', leftMs }
    // The process that wrote the attempt is gone or frozen. Whether it sent the token is unknown.
    const lost = { ...row, failures: row.failures + 1, lost: true }
    return { type: 'ready', row: lost, isTakenOver: true }
  }
  const leftMs = restLeftMs(row, { ageMs, session }, engine)
  return leftMs > 0 ? { type: 'backingOff', leftMs } : { type: 'ready', row, isTakenOver: false }
}
