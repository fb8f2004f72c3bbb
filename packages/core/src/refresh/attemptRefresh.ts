import { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionRows, StoredSession } from '../types/SessionStore.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { callProvider } from './callProvider.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import type { HeldTokens } from './HeldTokens.ts'
import { defaultBudget, judgeOutcome, type Verdict } from './judgeOutcome.ts'
import { decideRefresh } from './decideRefresh.ts'
import { ageOf } from './refreshDelay.ts'
import { nextTryAt } from './nextTryAt.ts'
import { withUnsaved } from './TabMemory.ts'
import type { AttemptResult } from './AttemptResult.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import { renewRecord } from './renewRecord.ts'
import { noTokens } from './revokeTokens.ts'
import { recordThrottle, takeBudget, throttled } from './takeBudget.ts'
import { endReason } from './endReason.ts'

/** A longer time between taking the budget and sending is more than a slow disk explains: the page was frozen. */
const recheckMs = 250

/**
 * Reads the record and, unless another tab has refreshed the tokens: writes the attempt, sends the request, and commits by
 * compare-and-set. After every step the record allows another tab to continue.
 */
export async function attemptRefresh(
  engine: RefreshEngine,
  parameters: AttemptParameters,
): Promise<AttemptResult> {
  const { platform, options } = engine
  const { provider, key, held, isLocked, memory } = parameters
  const store = await engine.store()
  const budget = provider.budget ?? defaultBudget
  const beganAt = platform.monotonic()
  const stored = await store.read(key).catch((): StoredSession => ({}))
  const found = decideRefresh(
    engine,
    { ...parameters, held: { ...held, record: withUnsaved(held.record, memory.unsaved) } },
    { ...stored, record: withUnsaved(stored.record, memory.unsaved) },
  )
  if (found.type !== 'send') return found
  const { tokens = noTokens, isBehind } = found
  const kept = isBehind && !provider.relayed ? tokens : undefined

  // An attempt that lost the race for the record has sent nothing, so its reserved request is used now.
  const isReserved = beganAt - (memory.reservedAt ?? -Infinity) < options.frozenMarginMs
  const turn = {
    provider: provider.name,
    budget,
    isReserved,
    // The gap applies to the tries of all accounts together.
    gapMs: found.record.failedAt === undefined ? 0 : options.probeMs,
    leftMs: parameters.leftMs,
  }
  const takenAt = platform.monotonic()
  const budgetMs = await takeBudget(engine, turn)
  if (budgetMs > 0)
    return { type: 'deferred', retryAt: platform.now() + budgetMs, error: throttled(budgetMs) }
  memory.reservedAt = isReserved ? memory.reservedAt : platform.monotonic()

  const attempt = {
    id: platform.randomId(),
    at: platform.now(),
    locked: isLocked,
    boundMs: options.maxRequestMs,
  }
  const presented: SessionRecord = { ...found.record, attempt, retryAt: undefined }
  if (found.record.attempt) {
    // The tab that wrote this attempt is gone or frozen, and it is unknown whether its request was sent.
    presented.failures += 1
    presented.lost = true
  }
  const readAs = JSON.stringify([stored.record])
  const isUnmoved = ({ record, tombstone }: SessionRows) =>
    tombstone?.sid !== presented.sid && JSON.stringify([record]) === readAs
  let rowsNow: SessionRows = {}
  const write = (
    isRight: (rows: SessionRows) => boolean,
    record: SessionRecord,
    tokens?: TokenSet,
  ) =>
    store
      .update(
        key,
        (rows) => {
          rowsNow = rows
          return isRight(rows) ? { ...rows, record } : undefined
        },
        tokens,
      )
      .catch(storageFailed)
  // If the storage was cleared meanwhile, the session of the running tab continues.
  const isMine = ({ record, tombstone }: SessionRows) =>
    tombstone?.sid !== presented.sid &&
    (record ? record.attempt?.id === attempt.id : parameters.heldNow() !== undefined)

  const noted = await write(isUnmoved, presented, kept)
  if (noted === false) return { type: 'again', delayMs: 0 }
  // Without a stored attempt no tab could detect a lost answer, so only the holder of the lock may continue.
  if (noted !== true && !isLocked)
    return { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error: noted }

  // The page may have been frozen since, and missed that the provider asked for a pause.
  if (platform.monotonic() - takenAt > recheckMs) {
    const silenceMs = await takeBudget(engine, { ...turn, isReserved: true })
    if (silenceMs > 0) {
      if (noted === true) await write(isMine, found.record)
      return { type: 'deferred', retryAt: platform.now() + silenceMs, error: throttled(silenceMs) }
    }
  }
  const requestedAt = platform.now()
  const monotonicAt = platform.monotonic()
  if (monotonicAt - beganAt > options.frozenMarginMs) {
    // Frozen since: the record may have changed, and other tabs may count this attempt as over. Nothing was sent.
    if (noted === true) await write(isMine, found.record)
    return { type: 'again', delayMs: 0 }
  }
  memory.reservedAt = undefined
  const wasOffline = !platform.isOnline()
  const outcome = await callProvider(engine, provider, (context) =>
    provider.refresh(context, { tokens, account: presented.account }),
  )
  const verdict = judgeOutcome({
    record: presented,
    outcome,
    nowAt: platform.now(),
    random: platform.random(),
    isTokenValid: ageOf(held, platform) < held.record.lifetimeMs,
    wasOffline,
    budget,
    options,
  })
  if (verdict.type === 'end' && verdict.error.code === 'config/invalid')
    platform.warn(verdict.error.message)
  if (verdict.type === 'wait' && verdict.isThrottled)
    await recordThrottle(engine, provider.name, verdict.retryAt)
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
  // A write that was reported as failed may have been stored nevertheless.
  const isUnmovedOrMine = (rows: SessionRows) =>
    isUnmoved(rows) || (rows.record !== undefined && isMine(rows))
  // A record is never written without its tokens: those that could not be stored before are written with it.
  const toStore = late ?? (noted === true ? undefined : kept)
  const committed = await write(noted === true ? isMine : isUnmovedOrMine, next, toStore)
  if (committed === false) {
    const reason = endReason(rowsNow, presented.sid)
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

function storageFailed(cause: unknown): TakoKitError {
  return new TakoKitError('storage/failed', 'The browser refused to store the session.', { cause })
}
