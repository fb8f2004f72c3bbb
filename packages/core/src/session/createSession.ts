import type { AuthEvent } from '../types/AuthEvent.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { apiOf } from './apiOf.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import type { Engine } from './Engine.ts'
import type { HeldTokens } from '../refresh/HeldTokens.ts'
import { ageOf, deadlines, maxTimerMs, remainingMs } from '../refresh/refreshDelay.ts'
import type { SessionWorker } from './SessionWorker.ts'
import type { SessionCallbacks } from './SessionCallbacks.ts'
import type { SessionController } from './SessionController.ts'
import { toSnapshot } from './toSnapshot.ts'
import { initialState, transition } from './transition.ts'

/** Holds the state of one session, applies {@link transition} and keeps the timer. {@link SessionWorker} does the rest. */
export function createSession(
  engine: Engine,
  provider: TokenProvider,
  account: string | undefined,
  callbacks: SessionCallbacks,
): SessionController {
  const { platform } = engine
  const api = apiOf(provider, platform.baseUrl)
  let state = initialState
  let snapshot: SessionSnapshot | undefined
  let stopTimer = () => {}
  let nextRefreshAt: number | undefined
  let isDisposed = false
  let loadingWorker: Promise<SessionWorker> | undefined
  let pendingSync: Promise<void> | undefined
  let requestedSyncs = 0
  const waits = new Map<number, number>()

  /** Loaded before it is needed, so that a refresh neither waits for it nor fails without it. */
  function loadWorker(): Promise<SessionWorker> {
    const prepare = async () => provider.prepare?.()
    loadingWorker ??= Promise.all([engine.parts(), prepare()]).then(
      ([parts]) => parts.createSessionWorker(engine, controller),
      (cause: unknown) => {
        loadingWorker = undefined
        throw cause
      },
    )
    return loadingWorker
  }

  /** A sync that is requested during a read may concern a later change, so the record is read once more. */
  async function syncUntilCurrent(): Promise<void> {
    try {
      for (let seen = 0; seen < requestedSyncs; ) {
        seen = requestedSyncs
        await (await loadWorker()).sync()
      }
    } catch {
    } finally {
      pendingSync = undefined
    }
  }

  function softLeftMs(held: HeldTokens): number {
    const place = { jitter: held.jitter, isVisible: platform.isVisible() }
    return deadlines(held.record.lifetimeMs, place, engine.options).softMs - ageOf(held, platform)
  }

  function unschedule(): void {
    stopTimer()
    nextRefreshAt = undefined
    snapshot = undefined
  }

  function schedule(): void {
    unschedule()
    const { held, retryAt } = state
    if (!held || isDisposed || !platform.isLive) return
    const leftMs = retryAt === undefined ? softLeftMs(held) : controller.leftMs(retryAt)
    // No timer while offline: the `online` event triggers a check.
    if (leftMs <= 0 && !platform.isOnline()) return
    // Timers truncate fractions: one that fires too early would be set again and again.
    const delayMs = held.tokens ? Math.ceil(Math.max(leftMs, 0)) : 0
    nextRefreshAt = platform.now() + delayMs
    stopTimer = platform.setTimer(
      () => {
        nextRefreshAt = undefined
        controller.check()
      },
      Math.min(delayMs, maxTimerMs),
    )
  }

  const controller: SessionController = {
    provider,
    account,
    api,
    key: sessionKey({ provider: provider.name, account: account ?? '', api }),
    state: () => state,
    held: () => state.held,
    snapshot: () => (snapshot ??= toSnapshot(provider.name, account, state, nextRefreshAt)),
    emit(event, gen = state.held?.record.gen ?? 0) {
      const common = { at: platform.now(), provider: provider.name, account, gen }
      callbacks.onEvent({ ...common, ...event } as AuthEvent)
    },
    dispatch(event) {
      const before = state
      const { state: after, effects } = transition(state, event)
      state = after
      // Listeners must see the current snapshot.
      snapshot = undefined
      const told = after.held ?? before.held
      for (const effect of effects) {
        if (effect.type === 'schedule') schedule()
        else if (effect.type === 'unschedule') unschedule()
        else if (effect.type === 'tellTabs') told && callbacks.tellTabs(told)
        else controller.emit(effect.event, told?.record.gen)
      }
      if (after === before) return
      if (after.held || after.step) loadWorker().catch(() => {})
      if (after.held !== before.held) {
        waits.clear()
        loadingWorker?.then((tended) => tended.wake()).catch(() => {})
      }
      callbacks.onChange()
    },
    check() {
      const { held } = state
      if (!held) return
      if (!controller.isDue(held)) return nextRefreshAt ?? schedule()
      controller.refresh({ isAwaited: false }).catch(() => {
        // The refresh code could not be loaded.
        stopTimer = platform.setTimer(controller.check, engine.options.frozenMarginMs)
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
    isDue: (held) =>
      state.retryAt === undefined
        ? !held.tokens || softLeftMs(held) <= 0
        : controller.leftMs(state.retryAt) <= 0,
    refresh: async (wish) => (await loadWorker()).refresh(wish),
    sync() {
      requestedSyncs++
      pendingSync ??= syncUntilCurrent()
      return pendingSync
    },
    pendingSync: () => pendingSync,
    end: async (...asked) => (await loadWorker()).end(...asked),
    claim: async (sid) => (await loadWorker()).claim(sid),
    isDisposed: () => isDisposed,
    async dispose() {
      isDisposed = true
      unschedule()
      await loadingWorker?.then((tended) => tended.dispose()).catch(() => {})
    },
  }
  return controller
}
