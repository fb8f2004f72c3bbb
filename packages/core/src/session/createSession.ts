import { TakoKitError } from '../errors/TakoKitError.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { AuthEvent } from '../types/AuthEvent.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { Engine, Parts } from './Engine.ts'
import type { Grant } from './Grant.ts'
import { ageOf, deadlines, grantOf, maxTimerMs } from './refreshDelay.ts'
import type { RefreshResult } from './refreshOnce.ts'
import { toSnapshot } from './toSnapshot.ts'
import { initialState, type SessionEvent, transition } from './transition.ts'
import { isLive, whyEnded } from './whyEnded.ts'

/** What a session tells the client that it belongs to. */
export interface SessionOutlets {
  onChange: (session: SessionRunner) => void
  onEvent: (event: AuthEvent) => void
  tellTabs: (grant: Grant) => void
}

/** One session, (provider, account), as this tab runs it. */
export type SessionRunner = ReturnType<typeof createSession>

/** Runs one session: carries out what {@link transition} decides, keeps its timer, and lets one refresh fly at a time. */
export function createSession(
  engine: Engine,
  provider: TokenProvider,
  account: string | undefined,
  outlets: SessionOutlets,
) {
  const { platform, options } = engine
  const key = `${provider.name}:${account ?? ''}`
  const lockName = `takokit:${engine.namespace}:${key}`
  let ahead: ReturnType<Parts['keepAhead']> | undefined
  const pauses = new Set<() => void>()
  let state = initialState
  let snapshot: SessionSnapshot | undefined
  let stopTimer = () => {}
  let nextRefreshAt: number | undefined
  let flight: Promise<RefreshResult> | undefined
  let isUrgent = false
  let isPrepared = false
  let seen: { id: string; at: number } | undefined
  let looking: Promise<void> | undefined

  function dispatch(event: SessionEvent): void {
    const before = state
    const { state: after, effects } = transition(state, event)
    state = after
    const told = after.grant ?? before.grant
    for (const effect of effects) {
      if (effect.type === 'schedule') schedule()
      else if (effect.type === 'unschedule') unschedule()
      else if (effect.type === 'emit') emit(effect.event)
      else if (told) outlets.tellTabs(told)
    }
    if (after === before) return
    // Loaded while there is time: a refresh must not wait for it, nor fail for want of it.
    if (after.grant || after.step) prepare()
    snapshot = undefined
    if (after.grant !== before.grant) for (const end of [...pauses]) end()
    outlets.onChange(runner)
  }

  function prepare(): void {
    if (isPrepared) return
    isPrepared = true
    Promise.all([engine.parts(), provider.prepare?.()]).catch(() => {
      isPrepared = false
    })
  }

  function emit(detail: object): void {
    const gen = state.grant?.record.gen ?? 0
    outlets.onEvent({
      at: platform.now(),
      provider: provider.name,
      account,
      gen,
      ...detail,
    } as AuthEvent)
  }

  function unschedule(): void {
    stopTimer()
    nextRefreshAt = undefined
  }

  function softLeftMs(grant: Grant): number {
    const place = { jitter: grant.jitter, isVisible: platform.isVisible() }
    return deadlines(grant.record.lifetimeMs, place, options).softMs - ageOf(grant, platform)
  }

  function schedule(): void {
    unschedule()
    const { grant, retryAt } = state
    if (!grant || !platform.isLive) return
    const leftMs = retryAt === undefined ? softLeftMs(grant) : retryAt - platform.now()
    const delayMs = grant.tokens ? Math.max(leftMs, 0) : 0
    nextRefreshAt = platform.now() + delayMs
    snapshot = undefined
    stopTimer = platform.setTimer(check, Math.min(delayMs, maxTimerMs))
  }

  /** Renews where it is due, and comes back when it will be. */
  function check(): void {
    const { grant, retryAt } = state
    if (!grant || flight) return
    const isDue =
      retryAt === undefined ? softLeftMs(grant) <= 0 || !grant.tokens : retryAt <= platform.now()
    if (!isDue) schedule()
    else if (platform.isOnline()) void refresh({ urgent: false })
    else {
      const error = new TakoKitError(
        'network/offline',
        'You are offline. The session is renewed when you are back.',
      )
      dispatch({ type: 'refreshDeferred', error, retryAt: platform.now() + options.backoffMaxMs })
    }
  }

  /** One refresh at a time. A caller that cannot wait any longer makes the one in flight urgent. */
  function refresh({ urgent, staleGen }: { urgent: boolean; staleGen?: number | undefined }) {
    isUrgent ||= urgent
    flight ??= fly(staleGen)
    return flight
  }

  async function fly(staleGen: number | undefined): Promise<RefreshResult> {
    dispatch({ type: 'refreshStarted' })
    const sid = state.grant?.record.sid
    try {
      const { keepAhead, refreshOnce } = await engine.parts()
      ahead ??= keepAhead(engine, key, lockName)
      const { isAhead } = ahead
      const result = await refreshOnce(engine, {
        provider,
        key,
        staleGen,
        lockName,
        pause,
        currentGrant: () => (state.grant?.record.sid === sid ? state.grant : undefined),
        isAhead,
        isUrgent: () => isUrgent,
        attemptSeenMs(id) {
          if (seen?.id !== id) seen = { id, at: platform.monotonic() }
          return platform.monotonic() - seen.at
        },
      })
      settle(result, sid)
      return result
    } catch (cause) {
      const error = new TakoKitError('storage/failed', 'The stored session could not be read.', {
        cause,
      })
      const result: RefreshResult = {
        type: 'deferred',
        retryAt: platform.now() + options.backoffMaxMs,
        error,
      }
      settle(result, sid)
      return result
    } finally {
      flight = undefined
      isUrgent = false
    }
  }

  function settle(result: RefreshResult, sid: string | undefined): void {
    if (result.type === 'ended' && result.late) void revoke({ tokens: result.late })
    // Meanwhile signed out, or in anew: what came back is about another session.
    if (state.grant?.record.sid !== sid) return
    if (result.type === 'deferred')
      dispatch({ ...result, type: 'refreshDeferred', error: result.error })
    else if (result.type === 'ended') dispatch({ ...result, type: 'sessionEnded' })
    else {
      if (result.type === 'renewed' && !result.isSaved) ahead?.enter(result.grant)
      else if (result.type === 'renewed') ahead?.leave()
      dispatch({ type: 'tokensRefreshed', grant: result.grant, isOwn: result.type === 'renewed' })
    }
  }

  function pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        stop()
        pauses.delete(end)
        resolve()
      }
      const stop = platform.setTimer(end, delayMs)
      pauses.add(end)
    })
  }

  /** Looks at the record again: another tab may have renewed it, signed out or in. Callers wait for it. */
  function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = undefined
    })
    return looking
  }

  async function lookOnce(): Promise<void> {
    const store = await engine.store()
    const stored = await store.read(key).catch(() => undefined)
    const mine = state.grant?.record
    if (!stored) return
    const reason = mine && whyEnded(stored, mine.sid)
    const isOther =
      stored.record && (stored.record.sid !== mine?.sid || stored.record.gen > mine.gen)
    if (isOther && isLive(stored) && (stored.tokens || provider.relayed)) {
      const grant = grantOf(stored.record, stored.tokens, platform)
      const by = stored.record.by
      if (state.status === 'restoring') dispatch({ type: 'restored', grant })
      else if (by !== engine.tabId) dispatch({ type: 'tokensRefreshed', grant, isOwn: false })
    } else if (reason || (isOther && !isLive(stored) && mine)) {
      dispatch({ type: 'sessionEnded', reason: reason ?? 'signed-out-elsewhere', isOwn: false })
    } else if (state.status === 'restoring') dispatch({ type: 'restored', grant: undefined })
  }

  async function revoke({ tokens }: Pick<Grant, 'tokens'>): Promise<void> {
    if (!provider.revoke || !tokens) return
    const { revokeTokens } = await engine.parts()
    await revokeTokens(engine, provider, { tokens, account: account ?? '' })
  }

  async function end(reason: SessionReason): Promise<void> {
    const { grant } = state
    if (!grant) return dispatch({ type: 'sessionEnded', reason, isOwn: false })
    const { sid } = grant.record
    const store = await engine.store()
    let failure: unknown
    try {
      await store.update(key, ({ record }) => ({
        record:
          record?.sid === sid ? { ...record, status: 'signedOut', attempt: undefined } : record,
        tombstone: {
          v: 1,
          sid,
          gen: Math.max(record?.gen ?? 0, grant.record.gen) + 1,
          at: platform.now(),
        },
      }))
    } catch (cause) {
      failure = cause
    }
    ahead?.leave()
    if (state.grant?.record.sid === sid) dispatch({ type: 'sessionEnded', reason, isOwn: true })
    if (provider.revoke) {
      // Behind whatever is in flight, so that what it brings back is not used after.
      const turn = store.shared && platform.locks
      if (turn) await turn.run(lockName, options.lockWaitMs, () => revoke(grant))
      else await revoke(grant)
    }
    if (failure)
      throw new TakoKitError(
        'storage/failed',
        'You are signed out here, but the browser refused to note it. Clear this site’s data to be sure.',
        { cause: failure },
      )
  }

  const runner = {
    provider,
    account,
    key,
    dispatch,
    check,
    refresh,
    look,
    pause,
    end,
    whenLooked: () => looking,
    grant: () => state.grant,
    state: () => state,
    softLeftMs,
    snapshot: () => (snapshot ??= toSnapshot(provider.name, account, state, nextRefreshAt)),
    dispose() {
      unschedule()
      ahead?.leave()
      for (const finish of [...pauses]) finish()
    },
  }
  return runner
}

function toError(cause: unknown): TakoKitError {
  if (cause instanceof TakoKitError) return cause
  return new TakoKitError('storage/failed', 'The stored session could not be read.', { cause })
}
