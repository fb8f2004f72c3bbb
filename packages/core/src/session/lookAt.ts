import { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { StoredSession } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { Engine } from './Engine.ts'
import { nextTryAt } from './nextTryAt.ts'
import type { Presentation } from './Presentation.ts'
import type { PresentParameters } from './PresentParameters.ts'
import { ageOf, deadlines, grantOf } from './refreshDelay.ts'
import { isAfter } from './isAfter.ts'
import { isLive } from './isLive.ts'
import { whyEnded } from './whyEnded.ts'

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
export function lookAt(
  { platform, options }: Pick<Engine, 'platform' | 'options'>,
  {
    provider,
    grant,
    staleGen = -1,
    isLocked,
    need,
    isAheadElsewhere,
    attemptSeenMs,
    leftMs,
  }: PresentParameters,
  stored: StoredSession,
): Presentation | Presentable {
  const mine = grant.record
  const theirs = stored.record
  const nowAt = platform.now()
  const place = { jitter: grant.jitter, isVisible: platform.isVisible() }
  const defer = (waitMs: number, error?: TakoKitError): Presentation => ({
    type: 'deferred',
    retryAt: nowAt + waitMs,
    error,
  })

  const reason = whyEnded(stored, mine.sid)
  if (reason) return { type: 'ended', reason, isOwn: false }
  const isNewer = theirs !== undefined && isAfter(theirs, mine)
  if (isNewer) {
    const isOther = theirs.sid !== mine.sid
    // Signed out and in again in another tab.
    if (isOther && !isLive(stored))
      return { type: 'ended', reason: 'signed-out-elsewhere', isOwn: false }
    if (!stored.tokens && !provider.relayed) {
      // The token that this tab has is used up, and the newer one not readable yet. The longer so, the less likely ever.
      const sinceMs = Math.max(nowAt - theirs.requestedAt, options.backoffBaseMs)
      return defer(Math.min(sinceMs, options.backoffMaxMs))
    }
    const newer = grantOf(theirs, stored.tokens, platform)
    const { hardMs } = deadlines(theirs.lifetimeMs, place, options)
    const isFresh = theirs.gen > staleGen && ageOf(newer, platform) < hardMs
    if (isOther || (isFresh && stored.tokens)) return { type: 'adopted', grant: newer }
  }

  const { softMs, hardMs } = deadlines(mine.lifetimeMs, place, options)
  const ageMs = ageOf(grant, platform)
  const untilHardMs = hardMs - ageMs
  // Renewed by way of another tab while this one waited for its turn.
  if (!isNewer && mine.gen > staleGen && ageMs < softMs && grant.tokens)
    return { type: 'adopted', grant }
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
    tokens: isNewer ? (stored.tokens ?? grant.tokens) : grant.tokens,
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
