import type { TakoKitError, TokenOutcome, TokenSet } from '@takokit/core'
import { judgeRotation } from '@takokit/core/internal'
import type { RelayTiming } from '../types/RelayTiming.ts'
import type { EndReason, SessionRow } from '../types/SessionRow.ts'
import { probeMs } from './health.ts'

/** What follows from the response to one attempt. */
export type Verdict =
  | { type: 'renewed'; tokens: TokenSet }
  /** Send again: at once after a lost response, a little later to confirm a refusal. */
  | { type: 'again'; row: SessionRow; delayMs: number }
  | { type: 'wait'; row: SessionRow; error: TakoKitError; isThrottled: boolean }
  | { type: 'ended'; row: SessionRow; reason: EndReason; error: TakoKitError }

/** Pure: the rule of page and relay, in the terms of the relay's row. */
export function judgeOutcome(parameters: {
  row: SessionRow
  outcome: TokenOutcome
  random: number
  throttleMs: number
  /** The wait during an outage of the provider, instead of the session's own. */
  outageMs?: number | undefined
  timing: RelayTiming
}): Verdict {
  const { outcome, random, throttleMs, outageMs, timing } = parameters
  const row: SessionRow = {
    ...parameters.row,
    attempt: undefined,
    attemptMs: undefined,
    dueRestMs: undefined,
  }
  const rotation = judgeRotation({
    tally: row,
    outcome,
    random,
    policy: {
      ...timing,
      // A provider's hints were limited when they were read.
      maxRetryAfterMs: Number.POSITIVE_INFINITY,
      throttleMs,
      isTimeoutReplayed: false,
    },
  })
  if (rotation.type === 'renewed') return rotation
  const { tally, error } = rotation
  const next: SessionRow = { ...row, ...tally }
  switch (rotation.type) {
    case 'again': {
      const { delayMs } = rotation
      return { type: 'again', row: { ...next, restMs: delayMs || undefined }, delayMs }
    }
    case 'wait': {
      const { isThrottled } = rotation
      const isOwn = isThrottled || outageMs === undefined
      const restMs = isOwn ? rotation.waitMs : Math.max(error.retryAfterMs ?? 0, outageMs)
      const waitMs = Math.max(1, Math.ceil(restMs))
      const dueRestMs = isThrottled ? undefined : Math.max(error.retryAfterMs ?? 0, probeMs)
      return { type: 'wait', row: { ...next, restMs: waitMs, dueRestMs }, error, isThrottled }
    }
    case 'end': {
      const { reason } = rotation
      // The store keeps no tokens of a session that is over.
      const ended: SessionRow = { ...next, sealed: undefined, restMs: undefined, ended: reason }
      return { type: 'ended', row: ended, reason, error }
    }
    default:
      return rotation satisfies never
  }
}
