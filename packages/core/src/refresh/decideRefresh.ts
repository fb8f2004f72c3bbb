import { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { StoredSession } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { EngineOptions } from './EngineOptions.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { nextTryAt } from './nextTryAt.ts'
import type { AttemptResult } from './AttemptResult.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import { ageOf, deadlines, toHeldTokens } from './refreshDelay.ts'
import { type AttemptBound, attemptLeftMs } from './TabMemory.ts'
import { compareStored } from './compareStored.ts'
import { storedTokens } from './storedTokens.ts'

/** A stored bound is trusted up to this value. */
const maxBoundMs = 600_000

/** The record and the token that may be sent now. */
export interface SendDecision {
  type: 'send'
  record: SessionRecord
  tokens: TokenSet | undefined
  /** The stored record lags behind the one that this tab holds. */
  isBehind: boolean
}

/** Decides from the stored record whether to stop, to adopt another tab's tokens, to wait, or to send. Sends nothing. */
export function decideRefresh(
  { platform, options }: Pick<RefreshEngine, 'platform' | 'options'>,
  {
    provider,
    held,
    staleGen = -1,
    isLocked,
    need,
    isUnsavedElsewhere,
    memory,
    leftMs,
  }: AttemptParameters,
  stored: StoredSession,
): AttemptResult | SendDecision {
  const mine = held.record
  const nowAt = platform.now()
  const place = { jitter: held.jitter, isVisible: platform.isVisible() }
  const defer = (waitMs: number, error?: TakoKitError): AttemptResult => ({
    type: 'deferred',
    retryAt: nowAt + waitMs,
    error,
  })

  const comparison = compareStored(stored, mine)
  const { type, reason } = comparison
  if (reason) return { type: 'ended', reason, isOwn: false }
  const isNewer = type === 'newer' || type === 'replaced'
  const tokens = storedTokens(provider, stored)
  if (isNewer) {
    const { record: theirs, isActive } = comparison
    // Signed out and in again in another tab.
    if (type === 'replaced' && !isActive)
      return { type: 'ended', reason: 'signed-out-elsewhere', isOwn: false }
    if (!tokens && !provider.relayed) {
      // This tab's token is used up, and the newer one is not readable yet. The longer that lasts, the less likely it changes.
      const sinceMs = Math.max(nowAt - theirs.requestedAt, options.backoffBaseMs)
      return defer(Math.min(sinceMs, options.backoffMaxMs))
    }
    const newer = toHeldTokens(theirs, tokens, platform)
    const { hardMs } = deadlines(theirs.lifetimeMs, place, options)
    const isFresh = theirs.gen > staleGen && ageOf(newer, platform) < hardMs
    if (type === 'replaced' || (isFresh && tokens)) return { type: 'adopted', held: newer }
  }

  const { softMs, hardMs } = deadlines(mine.lifetimeMs, place, options)
  const ageMs = ageOf(held, platform)
  const untilHardMs = hardMs - ageMs
  // Another tab refreshed the tokens while this one waited for the lock.
  if (!isNewer && mine.gen > staleGen && ageMs < softMs && held.tokens)
    return { type: 'adopted', held }
  // A message follows once they are stored, and callers then read again.
  if (isUnsavedElsewhere) return defer(options.backoffMaxMs, unreadable())

  const isBehind = type === 'absent' || type === 'behind'
  // Generations grow, also over the record of a session whose end could not be stored.
  const theirs = stored.record?.gen ?? 0
  const gen = theirs > mine.gen ? theirs + 1 : mine.gen
  const record = isBehind || !stored.record ? { ...mine, gen, attempt: undefined } : stored.record
  const tryAt = nextTryAt(record, need, options) ?? 0
  const pauseMs = leftMs(tryAt, record.triedAt && tryAt - record.triedAt)
  if (pauseMs > 0) return defer(pauseMs, waiting(pauseMs))

  const { attempt } = record
  const isHeldElsewhere = !isLocked && platform.locks !== undefined
  if (attempt ? !(isLocked && attempt.locked) : isHeldElsewhere) {
    // Measured on the monotonic clock, and so only since this tab first saw the attempt.
    const restMs = attemptLeftMs(memory, platform, boundOf(record, options))
    // The lock tells earlier that its holder is gone. Without locks only the record tells that an attempt has ended.
    const readAgainMs = need === 'none' ? restMs : options.probeMs
    if (restMs > 0)
      return defer(Math.min(restMs, isHeldElsewhere ? options.lockWaitMs : readAgainMs))
  }
  // A holder that does not progress is frozen. It is bypassed only at the hard deadline.
  if (isHeldElsewhere && untilHardMs > 0)
    return defer(Math.min(untilHardMs, options.maxRetryAfterMs))
  return {
    type: 'send',
    record,
    tokens: isNewer ? (tokens ?? held.tokens) : held.tokens,
    isBehind,
  }
}

/** A holder of the lock without a stored attempt may also have sent a request, and one replay: the disk may be full. */
function boundOf({ attempt, sid }: SessionRecord, options: EngineOptions): AttemptBound {
  return {
    id: attempt?.id ?? sid,
    boundMs: attempt
      ? Math.min(attempt.boundMs ?? options.maxRequestMs, maxBoundMs)
      : options.maxRequestMs * 2,
    marginMs: options.frozenMarginMs,
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
