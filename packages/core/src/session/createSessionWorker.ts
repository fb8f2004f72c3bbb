import { TakoKitError } from '../errors/TakoKitError.ts'
import type { Revoked } from '../types/Revoked.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import { endSession } from './endSession.ts'
import type { Engine } from './Engine.ts'
import { holdUnsavedTokens } from '../refresh/holdUnsavedTokens.ts'
import { tooSlow } from '../refresh/callProvider.ts'
import { setBound } from '../refresh/setBound.ts'
import type { Need } from '../refresh/nextTryAt.ts'
import { ageOf, toHeldTokens } from '../refresh/refreshDelay.ts'
import type { TabMemory } from '../refresh/TabMemory.ts'
import { refreshOnce } from '../refresh/refreshOnce.ts'
import type { RefreshResult } from '../refresh/RefreshResult.ts'
import { revokeTokens } from '../refresh/revokeTokens.ts'
import type { SessionWorker } from './SessionWorker.ts'
import type { SessionController } from './SessionController.ts'
import { isNewerRecord } from '../refresh/isNewerRecord.ts'
import { isActiveRecord } from '../refresh/isActiveRecord.ts'
import { endReason } from '../refresh/endReason.ts'

/** A token counts as wanted for this long after a caller asked for it. */
const askedMs = 300_000

/** Refreshes a session, follows the changes of other tabs, and ends it. */
export function createSessionWorker(engine: Engine, session: SessionController): SessionWorker {
  const { platform, options } = engine
  const { provider, key, account = '' } = session
  const lockName = `takokit:${engine.namespace}:${key}`
  const unsaved = holdUnsavedTokens(engine, key, lockName, () =>
    session.dispatch({ type: 'tokensStored' }),
  )
  const memory: TabMemory = {}
  let inFlight: Promise<RefreshResult> | undefined
  let ending: { sid: string; done: Promise<Revoked>; isOver: boolean } | undefined
  /** The number of callers that wait for the refresh in flight. */
  let waiting = 0
  /** When a caller last waited, on the monotonic clock. */
  let askedAt = -Infinity
  let unclaim: (() => void) | undefined
  let seen: { id: string; at: number } | undefined
  /** The record that this tab held when its session ended: that session is never restored, even if it is read again. */
  let ended: SessionRecord | undefined

  const pauses = new Set<() => void>()

  const sidNow = () => session.held()?.record.sid

  function wake(): void {
    for (const finish of [...pauses]) finish()
  }

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        stop()
        pauses.delete(finish)
        resolve()
      }
      const stop = platform.setTimer(finish, delayMs)
      pauses.add(finish)
    })
  }

  /** A hidden page needs no early retry. */
  function need(): Need {
    const held = session.held()
    const isGood = held?.tokens && ageOf(held, platform) < held.record.lifetimeMs
    if (!held || isGood || !platform.isVisible()) return 'none'
    return waiting > 0 || platform.monotonic() - askedAt < askedMs ? 'asked' : 'visible'
  }

  function finish(reason: SessionReason, isOwn: boolean, error?: TakoKitError): void {
    // A sign-out of this tab is in progress and will set the reason itself.
    if (!isOwn && ending && !ending.isOver && ending.sid === sidNow()) return
    ended = session.held()?.record ?? ended
    unsaved.leave()
    session.dispatch({ type: 'sessionEnded', reason, isOwn, error })
  }

  async function startRefresh(staleGen: number | undefined): Promise<RefreshResult> {
    const sid = sidNow()
    let result: RefreshResult
    const stopBound = setBound(platform, options.requestTimeoutMs, () => {
      if (sidNow() === sid && session.state().refreshStatus === 'refreshing')
        session.dispatch({ type: 'answerLate', error: tooSlow(), retryAt: undefined })
    })
    try {
      result = await refreshOnce(engine, {
        provider,
        key,
        staleGen,
        lockName,
        pause,
        memory,
        leftMs: session.leftMs,
        hasUnsaved: unsaved.hasUnsaved,
        holdUnsaved: unsaved.enter,
        isAwaited: () => waiting > 0,
        need,
        heldNow: () => (sidNow() === sid && !session.isDisposed() ? session.held() : undefined),
        attemptSeenMs(id) {
          if (seen?.id !== id) seen = { id, at: platform.monotonic() }
          return platform.monotonic() - seen.at
        },
        onTurn() {
          if (seen?.id === sid) seen = undefined
        },
      })
    } catch (cause) {
      const error = new TakoKitError('storage/failed', 'The stored session could not be read.', {
        cause,
      })
      result = { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
    }
    stopBound()
    inFlight = undefined
    settle(result, sid)
    return result
  }

  /** A visible tab ends a long back-off once its token has expired. */
  function lookAgainAt(retryAt: number): number {
    const held = session.held()
    if (!held || need() !== 'none' || !platform.isVisible()) return retryAt
    const goodUntil = held.record.requestedAt + held.record.lifetimeMs
    return Math.min(retryAt, Math.max(goodUntil, platform.now() + options.visibleBackoffMaxMs))
  }

  function settle(result: RefreshResult, sid: string | undefined): void {
    if (result.type === 'ended' && result.late)
      void revokeTokens(engine, provider, { tokens: result.late, account })
    // This tab has signed out or signed in again meanwhile: the result belongs to another session.
    if (sidNow() !== sid || session.isDisposed()) return unsaved.leave()
    if (result.type === 'deferred') {
      // A wait that the provider asked for is never shortened.
      const isOwnWait = result.error && result.error.code !== 'provider/throttled'
      const retryAt = isOwnWait ? lookAgainAt(result.retryAt) : result.retryAt
      session.dispatch({ type: 'refreshDeferred', error: result.error, retryAt })
    } else if (result.type === 'ended') finish(result.reason, result.isOwn, result.error)
    else {
      const isOwn = result.type === 'renewed'
      if (isOwn && result.isSaved) unsaved.leave()
      session.dispatch({ type: 'tokensRefreshed', held: result.held, isOwn })
    }
  }

  /** A refresh that began before a generation was refused may have returned that very generation. */
  function onceMore(result: RefreshResult, staleGen = -1): RefreshResult | Promise<RefreshResult> {
    const isStale = result.type === 'adopted' && result.held.record.gen <= staleGen
    return isStale ? worker.refresh({ isAwaited: true, staleGen }) : result
  }

  /** If the storage cannot be reached, the stored session is ended once it can. */
  async function endLater(whose: string | undefined): Promise<Revoked> {
    const store = await engine.store()
    const { api } = session
    store.endLater?.({ provider: provider.name, api, account: whose, at: platform.now() })
    return 'unsupported'
  }

  /** No request is tried while offline: the `online` event triggers a check. */
  function stayOffline(): RefreshResult {
    const error = new TakoKitError(
      'network/offline',
      'You are offline. The session is renewed when you are back.',
    )
    if (session.state().error?.code !== error.code)
      session.dispatch({ type: 'refreshDeferred', error, retryAt: undefined })
    return { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
  }

  /** Tells a waiting caller in time that the answer is late. The refresh continues. */
  function untilLate(result: Promise<RefreshResult>): Promise<RefreshResult> {
    waiting++
    askedAt = platform.monotonic()
    return new Promise<RefreshResult>((resolve, reject) => {
      const stop = setBound(platform, options.requestTimeoutMs, () =>
        resolve({ type: 'deferred', retryAt: platform.now(), error: tooSlow() }),
      )
      result.then(resolve, reject).finally(stop)
    }).finally(() => {
      waiting--
    })
  }

  const worker: SessionWorker = {
    async refresh({ isAwaited, staleGen }) {
      if (!isAwaited && !inFlight && !platform.isOnline()) return stayOffline()
      const isJoined = inFlight !== undefined
      if (!inFlight) session.dispatch({ type: 'refreshStarted' })
      inFlight ??= startRefresh(staleGen)
      const result = isAwaited ? await untilLate(inFlight) : await inFlight
      return isJoined ? onceMore(result, staleGen) : result
    },
    async sync() {
      const store = await engine.store()
      // No other tab writes to this storage, and a copied record belongs to no tab until it is claimed.
      if (store.clonedWithTab) return
      const stored = await store.read(key)
      const mine = session.held()?.record
      const reason = mine && endReason(stored, mine.sid)
      const { record, tokens } = stored
      const known = mine ?? ended
      const isOther =
        record !== undefined &&
        (!known || isNewerRecord(record, known)) &&
        record.sid !== ended?.sid
      // Each page has its own token from the relay, which is valid until it expires.
      const isAdopted =
        tokens || (provider.relayed && !(mine?.sid === record?.sid && session.held()?.tokens))
      if (isOther && isActiveRecord(stored) && isAdopted) {
        const held = toHeldTokens(record, tokens, platform)
        if (session.state().status === 'restoring') session.dispatch({ type: 'restored', held })
        else session.dispatch({ type: 'tokensRefreshed', held, isOwn: false })
      } else if (mine && (reason || (isOther && !isActiveRecord(stored))))
        finish(reason ?? 'signed-out-elsewhere', false)
      else if (!mine && session.state().status === 'restoring')
        session.dispatch({ type: 'restored', held: undefined })
      // A page that becomes visible has a shorter back-off than a hidden one.
      else if (session.state().refreshStatus === 'retrying' && need() !== 'none')
        void worker.refresh({ isAwaited: false })
    },
    end(reason, account = session.account) {
      const sid = sidNow()
      if (sid === undefined) {
        // Already signed out, perhaps just now: a repeated call waits for the same sign-out.
        if (ending) return ending.done
        session.dispatch({ type: 'sessionEnded', reason, isOwn: false })
        return endLater(account)
      }
      // If the sign-out could not be stored, another tab may restore the session, which is then ended again.
      if (ending?.sid !== sid || ending.isOver) {
        const onEnded = () => finish(reason, true)
        const done = endSession(engine, { session, sid, lockName, onEnded })
        const entry = { sid, done, isOver: false }
        const close = () => {
          entry.isOver = true
        }
        done.then(close, close)
        ending = entry
      }
      return ending.done
    },
    async claim(sid) {
      if (!platform.locks) return true
      const name = `takokit:${engine.namespace}:sid:${sid}`
      const release = await platform.locks.hold(name, 2_000)
      unclaim?.()
      unclaim = release
      if (session.isDisposed()) release?.()
      return release !== undefined
    },
    wake,
    dispose() {
      wake()
      unsaved.leave()
      unclaim?.()
      return ending?.done
    },
  }
  return worker
}
