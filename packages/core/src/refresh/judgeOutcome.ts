import { TakoKitError } from '../errors/TakoKitError.ts'
import { checkSubject } from '../providers/checkSubject.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { RateBudget } from '../types/TokenProvider.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { EngineOptions } from './EngineOptions.ts'
import { cookieLost } from './cookieLost.ts'
import { backoffMs, longerWait } from './backoffMs.ts'

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
  const { nowAt, options, random } = parameters
  const outcome = checkSubject(parameters.outcome, parameters.record.subject)
  const record = { ...parameters.record, attempt: undefined, failedAt: undefined }
  if (outcome.type === 'ok') return { type: 'renewed', tokens: outcome.tokens }
  const { error } = outcome
  if (outcome.type === 'throttled') {
    record.throttled = (record.throttled ?? 0) + 1
    const ownMs = backoffMs(record.throttled, 0.5 + random / 2, options)
    const hintMs = error.retryAfterMs ?? parameters.budget.perMs
    const retryAt = nowAt + longerWait(hintMs, ownMs, options)
    // The pause is stored for the whole provider.
    return { type: 'wait', record, retryAt, error, isThrottled: true }
  }
  if (outcome.type === 'terminal') {
    const relayed = relayedReason(error)
    if (relayed) record.refusals++
    if (record.refusals > 0) {
      const reason = relayed ?? (record.lost ? 'refresh-answer-lost' : 'refresh-refused')
      const noted = reason === 'signed-out-elsewhere' ? undefined : reason
      const ended: SessionRecord = { ...record, status: 'signedOut', reason: noted }
      return { type: 'end', record: ended, reason, error: endError(reason, error, record) }
    }
    const delayMs = parameters.isTokenValid
      ? options.confirmDelayMs.valid
      : options.confirmDelayMs.expired
    return {
      type: 'again',
      record: { ...record, refusals: 1, retryAt: nowAt + delayMs },
      delayMs,
      error,
    }
  }
  if (parameters.wasOffline && error.code === 'network/failed')
    // The request never left: no answer was lost, and the next try is not delayed further.
    return {
      type: 'wait',
      record,
      retryAt: nowAt + options.backoffBaseMs,
      error,
      isThrottled: false,
    }
  const failures = record.failures + 1
  const isLost = outcome.type !== 'transient'
  const next = { ...record, failures, lost: record.lost || isLost }
  if (isLost && failures === 1 && error.retryAfterMs === undefined)
    return { type: 'again', record: { ...next, retryAt: undefined }, delayMs: 0, error }
  const retryAt =
    nowAt + longerWait(error.retryAfterMs, backoffMs(failures, random, options), options)
  const failedAt = (error.retryAfterMs ?? 0) > 0 ? undefined : nowAt
  const waiting = { ...next, retryAt, failedAt }
  return { type: 'wait', record: waiting, retryAt, error, isThrottled: false }
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
