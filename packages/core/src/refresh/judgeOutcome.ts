import { TakoKitError } from '../errors/TakoKitError.ts'
import { checkSubject } from '../providers/checkSubject.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { RateBudget } from '../types/TokenProvider.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { EngineOptions } from './EngineOptions.ts'
import { cookieLost } from './cookieLost.ts'
import { judgeRotation } from './judgeRotation.ts'

export const defaultBudget: RateBudget = { requests: 12, perMs: 60_000 }

/** What follows from the answer to one attempt. */
export type Verdict =
  | { type: 'renewed'; tokens: TokenSet }
  /** Send once more: at once after a lost answer, a little later to confirm a refusal. */
  | { type: 'again'; record: SessionRecord; delayMs: number; error: TakoKitError }
  | {
      type: 'wait'
      record: SessionRecord
      retryAt: number
      error: TakoKitError
      isThrottled: boolean
    }
  | { type: 'end'; record: SessionRecord; reason: EndReason; error: TakoKitError }

type EndReason = NonNullable<SessionRecord['reason']> | 'signed-out-elsewhere'

/** Pure: decides from the record, the answer and the time what the record becomes and what happens next. */
export function judgeOutcome(parameters: {
  record: SessionRecord
  outcome: TokenOutcome
  nowAt: number
  random: number
  isTokenValid: boolean
  /** The browser was offline before the request was made. */
  wasOffline: boolean
  budget: RateBudget
  options: EngineOptions
}): Verdict {
  const { nowAt, options, random, budget } = parameters
  const outcome = checkSubject(parameters.outcome, parameters.record.subject)
  const record = {
    ...parameters.record,
    attempt: undefined,
    triedAt: nowAt,
    failedAt: undefined,
  }
  const relayed = outcome.type === 'terminal' && relayedReason(outcome.error)
  if (relayed)
    return endRecord({ ...record, refusals: record.refusals + 1 }, relayed, outcome.error)
  if (outcome.type !== 'ok' && parameters.wasOffline && outcome.error.code === 'network/failed')
    // The request never left: no answer was lost, and the next try is not delayed further.
    return {
      type: 'wait',
      record,
      retryAt: nowAt + options.backoffBaseMs,
      error: outcome.error,
      isThrottled: false,
    }
  const { valid, expired } = options.confirmDelayMs
  const rotation = judgeRotation({
    tally: record,
    outcome,
    random,
    policy: {
      ...options,
      confirmDelayMs: parameters.isTokenValid ? valid : expired,
      // After a hint of 0 the own wait counts alone: it grows.
      throttleMs:
        outcome.type === 'throttled' && outcome.error.retryAfterMs === 0 ? 0 : budget.perMs,
      isTimeoutReplayed: true,
    },
  })
  if (rotation.type === 'renewed') return rotation
  const { tally, error } = rotation
  const next: SessionRecord = { ...record, ...tally }
  if (rotation.type === 'end') return endRecord(next, rotation.reason, error)
  if (rotation.type === 'again') {
    const { delayMs } = rotation
    const retryAt = delayMs > 0 ? nowAt + delayMs : undefined
    return { type: 'again', record: { ...next, retryAt }, delayMs, error }
  }
  const { isThrottled } = rotation
  const retryAt = nowAt + rotation.waitMs
  // The pause after a 429 is stored for the whole provider.
  if (isThrottled) return { type: 'wait', record: next, retryAt, error, isThrottled }
  // The next try is never sooner than the provider asks for, and it may be as soon as that.
  const failedAt = nowAt + Math.max(0, (error.retryAfterMs ?? 0) - options.probeMs)
  return { type: 'wait', record: { ...next, retryAt, failedAt }, retryAt, error, isThrottled }
}

function endRecord(record: SessionRecord, reason: EndReason, error: TakoKitError): Verdict {
  const noted = reason === 'signed-out-elsewhere' ? undefined : reason
  const ended: SessionRecord = { ...record, status: 'signedOut', reason: noted }
  return { type: 'end', record: ended, reason, error: endError(reason, error, record) }
}

/** A relay ends sessions itself: it has confirmed the provider's refusal and knows the reason. */
function relayedReason({ code }: TakoKitError): EndReason | undefined {
  if (code === 'session/signed-out') return 'signed-out-elsewhere'
  if (code === 'session/refresh-refused') return 'refresh-refused'
  return code === 'session/refresh-answer-lost' ? 'refresh-answer-lost' : undefined
}

function endError(
  reason: EndReason,
  cause: TakoKitError,
  { requestedAt, startedAt }: SessionRecord,
): TakoKitError {
  const isJustBegun = requestedAt <= startedAt
  if (reason === 'signed-out-elsewhere') return (isJustBegun && cookieLost(cause)) || cause
  const { details, providerCode, correlationId } = cause
  const options = { cause, details, providerCode, correlationId }
  return reason === 'refresh-answer-lost'
    ? new TakoKitError(
        'session/refresh-answer-lost',
        'The answer to a refresh was lost on the way, and the provider does not accept the old token again. Sign in again.',
        options,
      )
    : new TakoKitError(
        'session/refresh-refused',
        'The provider refused to renew the session, and confirmed it. Sign in again.',
        options,
      )
}
