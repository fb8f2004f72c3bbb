import { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { StoredSession } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { Engine } from './Engine.ts'
import { nextTryAt } from './nextTryAt.ts'
import type { AttemptResult } from './AttemptResult.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import { ageOf, deadlines, toHeldTokens } from './refreshDelay.ts'
import { isNewerRecord } from './isNewerRecord.ts'
import { isActiveRecord } from './isActiveRecord.ts'
import { endReason } from './endReason.ts'

/** A bound that is on record is believed up to here. */
const maxBoundMs = 600_000

/** The record and the token that may be presented now. */
export interface Presentable {
  type: 'present'
  record: SessionRecord
  tokens: TokenSet | undefined
  /** What is stored lags behind what this tab holds. */
  isBehind: boolean
}

/** Decides from what is stored whether to stop, to adopt what another tab fetched, to wait, or to present. Sends nothing. */
export function decideRefresh(
  { platform, options }: Pick<Engine, 'platform' | 'options'>,
  {
    provider,
    held,
    staleGen = -1,
    isLocked,
    need,
    isUnsavedElsewhere: isAheadElsewhere,
    attemptSeenMs,
    leftMs,
  }: AttemptParameters,
  stored: StoredSession,
): AttemptResult | Presentable {
  const mine = held.record
  const theirs = stored.record
  const nowAt = platform.now()
  const place = { jitter: held.jitter, isVisible: platform.isVisible() }
  const defer = (waitMs: number, error?: TakoKitError): AttemptResult => ({
    type: 'deferred',
    retryAt: nowAt + waitMs,
    error,
  })

  const reason = endReason(stored, mine.sid)
  if (reason) return { type: 'ended', reason, isOwn: false }
  const isNewer = theirs !== undefined && isNewerRecord(theirs, mine)
  if (isNewer) {
    const isOther = theirs.sid !== mine.sid
    // Signed out and in again in another tab.
    if (isOther && !isActiveRecord(stored))
      return { type: 'ended', reason: 'signed-out-elsewhere', isOwn: false }
    if (!stored.tokens && !provider.relayed) {
      // The token that this tab has is used up, and the newer one not readable yet. The longer so, the less likely ever.
      const sinceMs = Math.max(nowAt - theirs.requestedAt, options.backoffBaseMs)
      return defer(Math.min(sinceMs, options.backoffMaxMs))
    }
    const newer = toHeldTokens(theirs, stored.tokens, platform)
    const { hardMs } = deadlines(theirs.lifetimeMs, place, options)
    const isFresh = theirs.gen > staleGen && ageOf(newer, platform) < hardMs
    if (isOther || (isFresh && stored.tokens)) return { type: 'adopted', held: newer }
  }

  const { softMs, hardMs } = deadlines(mine.lifetimeMs, place, options)
  const ageMs = ageOf(held, platform)
  const untilHardMs = hardMs - ageMs
  // Renewed by way of another tab while this one waited for its turn.
  if (!isNewer && mine.gen > staleGen && ageMs < softMs && held.tokens)
    return { type: 'adopted', held }
  // Told when they are stored, and whoever asks looks again.
  if (isAheadElsewhere) return defer(options.backoffMaxMs, unreadable())

  const isBehind = !isNewer && (theirs?.sid !== mine.sid || theirs.gen < mine.gen)
  const record = isBehind || !theirs ? { ...mine, attempt: undefined } : theirs
  const pauseMs = leftMs(nextTryAt(record, need, options))
  if (pauseMs > 0) return defer(pauseMs, waiting(pauseMs))

  const { attempt } = record
  const isHeldElsewhere = !isLocked && platform.locks !== undefined
  if (attempt ? !(isLocked && attempt.locked) : isHeldElsewhere) {
    // By the clock that never steps, and so only from when this tab first saw it. What holds the lock without a note may
    // have sent something all the same, and replayed it: the disk may be full.
    const boundMs = attempt
      ? Math.min(attempt.boundMs ?? options.maxRequestMs, maxBoundMs)
      : options.maxRequestMs * 2
    const restMs = boundMs + options.frozenMarginMs - attemptSeenMs(attempt?.id ?? record.sid)
    // The lock says sooner that its holder is gone.
    if (restMs > 0) return defer(isHeldElsewhere ? Math.min(restMs, options.lockWaitMs) : restMs)
  }
  // Who holds the lock and does not move is frozen, and passed by only when it can no longer be waited for.
  if (isHeldElsewhere && untilHardMs > 0)
    return defer(Math.min(untilHardMs, options.maxRetryAfterMs))
  return {
    type: 'present',
    record,
    tokens: isNewer ? (stored.tokens ?? held.tokens) : held.tokens,
    isBehind,
  }
}

function waiting(retryAfterMs: number): TakoKitError {
  return new TakoKitError(
    'provider/unavailable',
    'The provider did not renew the tokens. The next try waits.',
    { retryAfterMs },
  )
}

function unreadable(): TakoKitError {
  return new TakoKitError(
    'storage/failed',
    'Another tab holds newer tokens, which the browser refused to store.',
  )
}
