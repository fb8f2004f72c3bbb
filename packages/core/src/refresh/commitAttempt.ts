import type { TokenSet } from '../types/TokenSet.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import type { AttemptResult } from './AttemptResult.ts'
import type { StoredAttempt } from './createStoredAttempt.ts'
import { endReason } from './endReason.ts'
import type { HeldTokens } from './HeldTokens.ts'
import type { Verdict } from './judgeOutcome.ts'
import { nextTryAt } from './nextTryAt.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { renewRecord } from './renewRecord.ts'

export interface CommitParameters {
  attempt: StoredAttempt
  verdict: Verdict
  /** The tokens that were sent. */
  tokens: TokenSet
  /** When they were sent, by both clocks. */
  sentAt: { requestedAt: number; monotonicAt: number }
}

/** Stores what an attempt brought, or discards it if the session ended meanwhile. */
export async function commitAttempt(
  engine: RefreshEngine,
  parameters: AttemptParameters,
  { attempt, verdict, tokens, sentAt }: CommitParameters,
): Promise<AttemptResult> {
  const { platform, options } = engine
  const { provider, memory } = parameters
  const { presented } = attempt
  const { requestedAt, monotonicAt } = sentAt
  const next =
    verdict.type === 'renewed'
      ? renewRecord(presented, verdict.tokens, requestedAt, engine.tabId)
      : verdict.record
  // Starts the wait now on the monotonic clock, so that it ends in time if the wall clock is set back.
  parameters.leftMs(next.retryAt)
  const newTokens =
    verdict.type === 'renewed'
      ? { ...verdict.tokens, refreshToken: verdict.tokens.refreshToken ?? tokens.refreshToken }
      : undefined

  const late = provider.relayed ? undefined : newTokens
  const committed = await attempt.commit(next, late)
  if (committed === false) {
    const reason = endReason(attempt.rowsNow(), presented.sid)
    return reason ? { type: 'ended', reason, isOwn: false, late } : { type: 'again', delayMs: 0 }
  }
  memory.unsaved = committed === true ? undefined : next
  if (!newTokens) return conclude(verdict, nextTryAt(next, parameters.need, options))
  const renewed: HeldTokens = {
    record: next,
    tokens: newTokens,
    monotonicAt,
    jitter: platform.random(),
  }
  if (committed !== true) await parameters.unsaved.enter(renewed)
  return { type: 'renewed', held: renewed, isSaved: committed === true }
}

function conclude(verdict: Verdict, tryAt: number | undefined): AttemptResult {
  switch (verdict.type) {
    case 'again':
      return { type: 'again', delayMs: verdict.delayMs, error: verdict.error }
    case 'end':
      return { type: 'ended', reason: verdict.reason, isOwn: true, error: verdict.error }
    case 'wait':
      return {
        type: 'deferred',
        retryAt: tryAt ?? verdict.retryAt,
        error: verdict.error,
        isTried: true,
      }
    case 'renewed':
      return { type: 'again', delayMs: 0 }
    default:
      return verdict satisfies never
  }
}
