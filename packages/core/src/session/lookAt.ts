import { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { StoredSession } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { maxRetryAfterMs } from '../utils/parseRetryAfter.ts'
import type { Engine } from './Engine.ts'
import type { Presentation, PresentParameters } from './presentOnce.ts'
import { ageOf, backoffMs, deadlines, grantOf, remainingMs } from './refreshDelay.ts'
import { isLive, whyEnded } from './whyEnded.ts'

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
  { provider, grant, staleGen = -1, isLocked, isAheadElsewhere, attemptSeenMs }: PresentParameters,
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
  if (theirs && theirs.sid !== mine.sid) {
    // Signed out and in again in another tab.
    if (isLive(stored)) return { type: 'adopted', grant: grantOf(theirs, stored.tokens, platform) }
    return { type: 'ended', reason: 'signed-out-elsewhere', isOwn: false }
  }
  const isNewer = theirs !== undefined && theirs.gen > mine.gen
  if (isNewer && stored.tokens) {
    const newer = grantOf(theirs, stored.tokens, platform)
    const { hardMs } = deadlines(theirs.lifetimeMs, place, options)
    if (theirs.gen > staleGen && ageOf(newer, platform) < hardMs)
      return { type: 'adopted', grant: newer }
  }
  // Newer, and its tokens are not readable yet: the token that this tab has is used up.
  if (isNewer && !stored.tokens && !provider.relayed) return defer(options.backoffBaseMs)

  const { softMs, hardMs } = deadlines(mine.lifetimeMs, place, options)
  const ageMs = ageOf(grant, platform)
  // Renewed by way of another tab while this one waited for its turn.
  if (!isNewer && mine.gen > staleGen && ageMs < softMs && grant.tokens)
    return { type: 'adopted', grant }
  if (isAheadElsewhere) return defer(options.frozenMarginMs)

  const isBehind = !theirs || theirs.gen < mine.gen
  const record = isBehind ? { ...mine, attempt: undefined } : theirs
  const pauseMs = remainingMs(record.retryAt, nowAt, maxRetryAfterMs)
  if (pauseMs > 0) return defer(pauseMs, waiting(pauseMs))

  const untilHardMs = hardMs - ageMs
  const { attempt } = record
  if (attempt && !(isLocked && attempt.locked)) {
    const seenMs = Math.max(nowAt - attempt.at, attemptSeenMs(attempt.id))
    const patienceMs = options.requestTimeoutMs + options.frozenMarginMs
    if (seenMs < patienceMs) return defer(patienceMs - seenMs)
  }
  // Who holds the lock and does not move is frozen, and passed by only when it can no longer be waited for.
  if (!isLocked && platform.locks && untilHardMs > 0) return defer(untilHardMs)
  if (attempt && record.failures > 0) {
    const restMs = attempt.at + backoffMs(record.failures + 1, 0.5, options) - nowAt
    if (restMs > 0 && restMs <= options.backoffMaxMs) return defer(restMs, waiting(restMs))
  }
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
    {
      retryAfterMs,
    },
  )
}
