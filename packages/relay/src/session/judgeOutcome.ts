import type { TakoKitError, TokenOutcome, TokenSet } from '@takokit/core'
import type { RelayTiming } from '../types/RelayTiming.ts'
import type { EndReason, SessionRow } from '../types/SessionRow.ts'

/** What follows from the response to one attempt. */
export type Verdict =
  | { type: 'renewed'; tokens: TokenSet }
  /** Send again: at once after a lost response, a little later to confirm a refusal. */
  | { type: 'again'; row: SessionRow; delayMs: number }
  | { type: 'wait'; row: SessionRow; waitMs: number; error: TakoKitError; isThrottled: boolean }
  | { type: 'ended'; row: SessionRow; reason: EndReason; error: TakoKitError }

/**
 * Pure: the same judgement as the page's engine makes. A lost response is retried once, a refusal confirmed once; nothing
 * else ends a session.
 */
export function judgeOutcome(parameters: {
  row: SessionRow
  outcome: TokenOutcome
  random: number
  throttleMs: number
  timing: RelayTiming
}): Verdict {
  const { outcome, timing } = parameters
  const row: SessionRow = { ...parameters.row, attempt: undefined, attemptMs: undefined }
  if (outcome.type === 'ok') return { type: 'renewed', tokens: outcome.tokens }
  const { error } = outcome
  // A hint of 0 is ignored.
  const hintMs = (error.retryAfterMs ?? 0) > 0 ? error.retryAfterMs : undefined
  const wait = (next: SessionRow, waitMs: number, isThrottled = false): Verdict => ({
    type: 'wait',
    row: { ...next, restMs: waitMs },
    waitMs,
    error,
    isThrottled,
  })
  const backoffMs = (count: number) =>
    Math.min(timing.backoffMaxMs, timing.backoffBaseMs * 2 ** Math.min(count, 20))
  if (outcome.type === 'throttled') {
    const throttled = (row.throttled ?? 0) + 1
    const ownMs = (0.5 + parameters.random / 2) * backoffMs(throttled)
    const waitMs = longerWait(hintMs ?? parameters.throttleMs, ownMs)
    return wait({ ...row, throttled }, waitMs, true)
  }
  if (outcome.type === 'terminal') {
    if (row.refusals === 0)
      return {
        type: 'again',
        row: { ...row, refusals: 1, restMs: timing.confirmDelayMs },
        delayMs: timing.confirmDelayMs,
      }
    const reason = row.lost ? 'refresh-answer-lost' : 'refresh-refused'
    // The store keeps no tokens of a session that is over.
    const ended: SessionRow = { ...row, sealed: undefined, restMs: undefined, ended: reason }
    return { type: 'ended', row: ended, reason, error }
  }
  const failures = row.failures + 1
  const isLost = outcome.type !== 'transient'
  const next: SessionRow = { ...row, failures, lost: row.lost || isLost }
  // The provider may still be processing a request that timed out: its token is not sent again at once.
  const isGivenUp = error.code === 'network/timeout'
  if (isLost && !isGivenUp && failures === 1 && hintMs === undefined)
    return { type: 'again', row: { ...next, restMs: undefined }, delayMs: 0 }
  return wait(next, longerWait(hintMs ?? 0, parameters.random * backoffMs(failures)))
}

/** The provider's hint may lengthen the wait, never shorten it. */
function longerWait(hintMs: number, ownMs: number): number {
  return Math.max(hintMs, Math.ceil(ownMs), 1)
}
