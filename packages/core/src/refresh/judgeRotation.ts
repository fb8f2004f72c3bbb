import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { backoffMs, longerWait } from './backoffMs.ts'

/** What is counted of the attempts with one refresh token. */
export interface RotationTally {
  failures: number
  refusals: number
  /** An answer may have been lost: the token may be used up already. */
  lost: boolean
  throttled?: number | undefined
}

/** Durations in milliseconds. */
export interface RotationPolicy {
  backoffBaseMs: number
  backoffMaxMs: number
  maxRetryAfterMs: number
  /** The wait before a refusal is confirmed. */
  confirmDelayMs: number
  /** The wait after a 429 without a usable hint. */
  throttleMs: number
  /** Whether a request that was given up is sent again at once. The provider may still be processing it. */
  isTimeoutReplayed: boolean
}

/** What follows from the answer to one attempt. */
export type Rotation =
  | { type: 'renewed'; tokens: TokenSet }
  /** Send once more: at once after a lost answer, a little later to confirm a refusal. */
  | { type: 'again'; tally: RotationTally; delayMs: number; error: TakoKitError }
  | {
      type: 'wait'
      tally: RotationTally
      waitMs: number
      error: TakoKitError
      isThrottled: boolean
    }
  | {
      type: 'end'
      tally: RotationTally
      reason: 'refresh-answer-lost' | 'refresh-refused'
      error: TakoKitError
    }

/**
 * Pure: the rule of page and relay for the answer to a refresh token. A lost answer is retried once, a refusal confirmed once;
 * nothing else ends a session.
 */
export function judgeRotation({
  tally,
  outcome,
  random,
  policy,
}: {
  tally: RotationTally
  outcome: TokenOutcome
  random: number
  policy: RotationPolicy
}): Rotation {
  if (outcome.type === 'ok') return { type: 'renewed', tokens: outcome.tokens }
  const { error } = outcome
  // A hint of 0 says nothing: it would shorten the own wait.
  const hintMs = error.retryAfterMs || undefined
  if (outcome.type === 'throttled') {
    const throttled = (tally.throttled ?? 0) + 1
    // At least half of the back-off.
    const ownMs = backoffMs(throttled, 0.5 + random / 2, policy)
    const waitMs = longerWait(hintMs ?? policy.throttleMs, ownMs, policy)
    return { type: 'wait', tally: { ...tally, throttled }, waitMs, error, isThrottled: true }
  }
  if (outcome.type === 'terminal') {
    if (tally.refusals > 0)
      return {
        type: 'end',
        tally,
        reason: tally.lost ? 'refresh-answer-lost' : 'refresh-refused',
        error,
      }
    return {
      type: 'again',
      tally: { ...tally, refusals: 1 },
      delayMs: policy.confirmDelayMs,
      error,
    }
  }
  const failures = tally.failures + 1
  const isLost = outcome.type !== 'transient'
  const next = { ...tally, failures, lost: tally.lost || isLost }
  const isReplayed = policy.isTimeoutReplayed || error.code !== 'network/timeout'
  if (isLost && isReplayed && failures === 1 && hintMs === undefined)
    return { type: 'again', tally: next, delayMs: 0, error }
  const waitMs = longerWait(hintMs, backoffMs(failures, random, policy), policy)
  return { type: 'wait', tally: next, waitMs, error, isThrottled: false }
}
