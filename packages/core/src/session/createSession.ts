import type { AuthEvent } from '../types/AuthEvent.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import { sessionKey } from '../utils/sessionKey.ts'
import { apiOf } from './apiOf.ts'
import { createLazyWorker } from './createLazyWorker.ts'
import { createSchedule } from './createSchedule.ts'
import type { Engine } from './Engine.ts'
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
  let isDisposed = false
  const { load, loading, sync, pendingSync } = createLazyWorker(engine, () => controller)
  const schedule = createSchedule(
    engine,
    () => controller,
    () => {
      snapshot = undefined
    },
  )

  const controller: SessionController = {
    provider,
    account,
    api,
    key: sessionKey({ provider: provider.name, account: account ?? '', api }),
    state: () => state,
    held: () => state.held,
    snapshot: () => (snapshot ??= toSnapshot(provider.name, account, state, schedule.nextAt())),
    emit(event, gen = state.held?.record.gen ?? 0) {
      const common = { at: platform.now(), provider: provider.name, account, gen }
      callbacks.onEvent({ ...common, ...event } as AuthEvent)
    },
    dispatch(event) {
      const before = state
      const { state: after, effects } = transition(state, event, engine.loaded)
      state = after
      // Listeners must see the current snapshot.
      snapshot = undefined
      const told = after.held ?? before.held
      for (const effect of effects) {
        if (effect.type === 'schedule') schedule.start()
        else if (effect.type === 'unschedule') schedule.stop()
        else if (effect.type === 'tellTabs') told && callbacks.tellTabs(told)
        else controller.emit(effect.event, told?.record.gen)
      }
      if (after === before) return
      if (after.held || after.step) load().catch(() => {})
      if (after.held !== before.held) {
        schedule.forgetWaits()
        loading()
          ?.then((worker) => worker.wake())
          .catch(() => {})
      }
      callbacks.onChange()
    },
    check: schedule.check,
    leftMs: schedule.leftMs,
    isDue: schedule.isDue,
    refresh: async (wish) => (await load()).refresh(wish),
    sync,
    pendingSync,
    end: async (...asked) => (await load()).end(...asked),
    claim: async (sid) => (await load()).claim(sid),
    isDisposed: () => isDisposed,
    async dispose() {
      isDisposed = true
      schedule.stop()
      await loading()
        ?.then((worker) => worker.dispose())
        .catch(() => {})
    },
  }
  return controller
}
