import type { AuthEvent } from '../types/AuthEvent.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { apiOf } from './apiOf.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import type { Engine } from './Engine.ts'
import type { Grant } from './Grant.ts'
import { ageOf, deadlines, maxTimerMs, remainingMs } from './refreshDelay.ts'
import type { SessionCare } from './SessionCare.ts'
import type { SessionOutlets } from './SessionOutlets.ts'
import type { SessionRunner } from './SessionRunner.ts'
import { toSnapshot } from './toSnapshot.ts'
import { initialState, transition } from './transition.ts'

/** Holds one session: carries out what {@link transition} decides and keeps its timer. The rest comes with {@link SessionCare}. */
export function createSession(
  engine: Engine,
  provider: TokenProvider,
  account: string | undefined,
  outlets: SessionOutlets,
): SessionRunner {
  const { platform } = engine
  const api = apiOf(provider, platform.baseUrl)
  let state = initialState
  let snapshot: SessionSnapshot | undefined
  let stopTimer = () => {}
  let nextRefreshAt: number | undefined
  let isDisposed = false
  let caring: Promise<SessionCare> | undefined
  let looking: Promise<void> | undefined
  let looks = 0
  const waits = new Map<number, number>()

  /** Loaded while there is time: a refresh must not wait for it, nor fail for want of it. */
  function care(): Promise<SessionCare> {
    const prepare = async () => provider.prepare?.()
    caring ??= Promise.all([engine.parts(), prepare()]).then(
      ([parts]) => parts.tendSession(engine, runner),
      (cause: unknown) => {
        caring = undefined
        throw cause
      },
    )
    return caring
  }

  /** Who asks while it is being read may ask about what came after. */
  async function lookUntilSeen(): Promise<void> {
    try {
      for (let seen = 0; seen < looks; ) {
        seen = looks
        await (await care()).look()
      }
    } catch {
    } finally {
      looking = undefined
    }
  }

  function softLeftMs(grant: Grant): number {
    const place = { jitter: grant.jitter, isVisible: platform.isVisible() }
    return deadlines(grant.record.lifetimeMs, place, engine.options).softMs - ageOf(grant, platform)
  }

  function unschedule(): void {
    stopTimer()
    nextRefreshAt = undefined
    snapshot = undefined
  }

  function schedule(): void {
    unschedule()
    const { grant, retryAt } = state
    if (!grant || isDisposed || !platform.isLive) return
    const leftMs = retryAt === undefined ? softLeftMs(grant) : runner.leftMs(retryAt)
    // There is no use in waking up offline: coming back is noticed.
    if (leftMs <= 0 && !platform.isOnline()) return
    // Timers cut off fractions: one that comes too early would be set again and again.
    const delayMs = grant.tokens ? Math.ceil(Math.max(leftMs, 0)) : 0
    nextRefreshAt = platform.now() + delayMs
    stopTimer = platform.setTimer(
      () => {
        nextRefreshAt = undefined
        runner.check()
      },
      Math.min(delayMs, maxTimerMs),
    )
  }

  const runner: SessionRunner = {
    provider,
    account,
    api,
    key: sessionKey({ provider: provider.name, account: account ?? '', api }),
    state: () => state,
    grant: () => state.grant,
    snapshot: () => (snapshot ??= toSnapshot(provider.name, account, state, nextRefreshAt)),
    emit(event, gen = state.grant?.record.gen ?? 0) {
      const common = { at: platform.now(), provider: provider.name, account, gen }
      outlets.onEvent({ ...common, ...event } as AuthEvent)
    },
    dispatch(event) {
      const before = state
      const { state: after, effects } = transition(state, event)
      state = after
      // Whoever hears of it looks at what is now.
      snapshot = undefined
      const told = after.grant ?? before.grant
      for (const effect of effects) {
        if (effect.type === 'schedule') schedule()
        else if (effect.type === 'unschedule') unschedule()
        else if (effect.type === 'tellTabs') told && outlets.tellTabs(told)
        else runner.emit(effect.event, told?.record.gen)
      }
      if (after === before) return
      if (after.grant || after.step) care().catch(() => {})
      if (after.grant !== before.grant) {
        waits.clear()
        caring?.then((tended) => tended.wake()).catch(() => {})
      }
      outlets.onChange()
    },
    check() {
      const { grant } = state
      if (!grant) return
      if (!runner.isDue(grant)) return nextRefreshAt ?? schedule()
      runner.refresh({ isUrgent: false }).catch(() => {
        // What refreshing needs could not be loaded.
        stopTimer = platform.setTimer(runner.check, engine.options.frozenMarginMs)
      })
    },
    leftMs(until) {
      if (until === undefined) return 0
      const nowAt = platform.now()
      const endsAt =
        waits.get(until) ??
        platform.monotonic() + remainingMs(until, nowAt, engine.options.maxRetryAfterMs)
      waits.set(until, endsAt)
      return Math.max(Math.min(endsAt - platform.monotonic(), until - nowAt), 0)
    },
    isDue: (grant) =>
      state.retryAt === undefined
        ? !grant.tokens || softLeftMs(grant) <= 0
        : runner.leftMs(state.retryAt) <= 0,
    refresh: async (wish) => (await care()).refresh(wish),
    look() {
      looks++
      looking ??= lookUntilSeen()
      return looking
    },
    looking: () => looking,
    end: async (...asked) => (await care()).end(...asked),
    claim: async (sid) => (await care()).claim(sid),
    isDisposed: () => isDisposed,
    async dispose() {
      isDisposed = true
      unschedule()
      await caring?.then((tended) => tended.dispose()).catch(() => {})
    },
  }
  return runner
}
