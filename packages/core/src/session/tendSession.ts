import { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import { callProvider } from './callProvider.ts'
import type { RefreshWish, SessionRunner } from './createSession.ts'
import type { Engine } from './Engine.ts'
import { keepAhead } from './keepAhead.ts'
import { grantOf } from './refreshDelay.ts'
import { type RefreshResult, refreshOnce } from './refreshOnce.ts'
import { isLive, whyEnded } from './whyEnded.ts'

/** What is done for a session once there is one. */
export interface SessionCare {
  refresh: (wish: RefreshWish) => Promise<RefreshResult>
  look: () => Promise<void>
  end: (reason: SessionReason) => Promise<void>
  dispose: () => void
}

/** Refreshes a session, follows what other tabs do to it, and ends it. */
export function tendSession(engine: Engine, session: SessionRunner): SessionCare {
  const { platform, options } = engine
  const { provider, key, account = '' } = session
  const lockName = `takokit:${engine.namespace}:${key}`
  const ahead = keepAhead(engine, key, lockName)
  let flight: Promise<RefreshResult> | undefined
  let ending: { sid: string; done: Promise<void> } | undefined
  let isUrgent = false
  let seen: { id: string; at: number } | undefined

  const sidNow = () => session.grant()?.record.sid

  async function fly(staleGen: number | undefined): Promise<RefreshResult> {
    const sid = sidNow()
    let result: RefreshResult
    try {
      result = await refreshOnce(engine, {
        provider,
        key,
        staleGen,
        lockName,
        pause: session.pause,
        isAhead: ahead.isAhead,
        isUrgent: () => isUrgent,
        currentGrant: () => (sidNow() === sid ? session.grant() : undefined),
        attemptSeenMs(id) {
          if (seen?.id !== id) seen = { id, at: platform.monotonic() }
          return platform.monotonic() - seen.at
        },
      })
    } catch (cause) {
      const error = new TakoKitError('storage/failed', 'The stored session could not be read.', {
        cause,
      })
      result = { type: 'deferred', retryAt: platform.now() + options.backoffMaxMs, error }
    }
    flight = undefined
    isUrgent = false
    settle(result, sid)
    return result
  }

  function settle(result: RefreshResult, sid: string | undefined): void {
    if (result.type === 'ended' && result.late) void revoke(result.late)
    // Meanwhile signed out, or in anew: what came back is about another session.
    if (sidNow() !== sid) return
    if (result.type === 'deferred')
      session.dispatch({ ...result, type: 'refreshDeferred', error: result.error })
    else if (result.type === 'ended') session.dispatch({ ...result, type: 'sessionEnded' })
    else {
      if (result.type === 'renewed') result.isSaved ? ahead.leave() : ahead.enter(result.grant)
      const isOwn = result.type === 'renewed'
      session.dispatch({ type: 'tokensRefreshed', grant: result.grant, isOwn })
    }
  }

  async function revoke(tokens: TokenSet): Promise<void> {
    await callProvider(engine, provider, async (context) => {
      await provider.revoke?.(context, { tokens, account })
      return { type: 'ok', tokens }
    })
  }

  async function endOnce(sid: string, reason: SessionReason): Promise<void> {
    const tokens = session.grant()?.tokens
    const knownGen = session.grant()?.record.gen ?? 0
    const store = await engine.store()
    const failure = await store
      .update(key, ({ record }) => ({
        record:
          record?.sid === sid ? { ...record, status: 'signedOut', attempt: undefined } : record,
        tombstone: { v: 1, sid, gen: Math.max(record?.gen ?? 0, knownGen) + 1, at: platform.now() },
      }))
      .then(
        () => undefined,
        (cause: unknown) => ({ cause }),
      )
    ahead.leave()
    if (sidNow() === sid) session.dispatch({ type: 'sessionEnded', reason, isOwn: true })
    if (tokens && provider.revoke) {
      // Behind whatever is in flight, so that what it brings back is not used after.
      const turn = store.shared ? platform.locks : undefined
      if (turn) await turn.run(lockName, options.lockWaitMs, () => revoke(tokens))
      else await revoke(tokens)
    }
    if (failure)
      throw new TakoKitError(
        'storage/failed',
        'You are signed out here, but the browser refused to note it. Clear this site’s data to be sure.',
        failure,
      )
  }

  return {
    refresh({ isUrgent: isWaitedFor, staleGen }) {
      isUrgent ||= isWaitedFor
      if (flight) return flight
      if (!isWaitedFor && !platform.isOnline()) {
        const error = new TakoKitError(
          'network/offline',
          'You are offline. The session is renewed when you are back.',
        )
        const retryAt = platform.now() + options.backoffMaxMs
        session.dispatch({ type: 'refreshDeferred', error, retryAt })
        return Promise.resolve({ type: 'deferred', retryAt, error })
      }
      session.dispatch({ type: 'refreshStarted' })
      flight = fly(staleGen)
      return flight
    },
    async look() {
      const store = await engine.store()
      const stored = await store.read(key)
      const mine = session.grant()?.record
      const reason = mine && whyEnded(stored, mine.sid)
      const { record, tokens } = stored
      const isOther = record !== undefined && (record.sid !== mine?.sid || record.gen > mine.gen)
      if (isOther && isLive(stored) && (tokens || provider.relayed)) {
        const grant = grantOf(record, tokens, platform)
        if (session.state().status === 'restoring') session.dispatch({ type: 'restored', grant })
        else session.dispatch({ type: 'tokensRefreshed', grant, isOwn: false })
      } else if (mine && (reason || (isOther && !isLive(stored))))
        session.dispatch({
          type: 'sessionEnded',
          reason: reason ?? 'signed-out-elsewhere',
          isOwn: false,
        })
      else if (!mine && session.state().status === 'restoring')
        session.dispatch({ type: 'restored', grant: undefined })
    },
    end(reason) {
      const sid = sidNow()
      if (sid === undefined) {
        // Signed out already, perhaps just now: whoever asks again waits for the same.
        if (!ending) session.dispatch({ type: 'sessionEnded', reason, isOwn: false })
        return ending?.done ?? Promise.resolve()
      }
      if (ending?.sid !== sid) ending = { sid, done: endOnce(sid, reason) }
      return ending.done
    },
    dispose: ahead.leave,
  }
}
