import type { HeldTokens } from '../refresh/HeldTokens.ts'
import { maxTimerMs, softLeftMs } from '../refresh/refreshDelay.ts'
import { createWaits, type Waits } from './createWaits.ts'
import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/** When a session's next refresh is due, and the one timer that waits for it. */
export interface Schedule extends Waits, Pick<SessionController, 'check' | 'isDue'> {
  start: () => void
  stop: () => void
  /** When the timer fires; `undefined` while none runs. */
  nextAt: () => number | undefined
}

/** `onChange` is called before `nextAt` changes. */
export function createSchedule(
  { platform, options }: Engine,
  session: () => SessionController,
  onChange: () => void,
): Schedule {
  const waits = createWaits({ platform, options })
  let nextAt: number | undefined
  let stopTimer = () => {}

  function dueInMs(held: HeldTokens): number {
    const { retryAt } = session().state()
    if (retryAt !== undefined) return waits.leftMs(retryAt)
    return held.tokens ? softLeftMs(held, { platform, options }) : 0
  }

  const isDue = (held: HeldTokens) => dueInMs(held) <= 0

  function stop(): void {
    stopTimer()
    nextAt = undefined
    onChange()
  }

  function start(): void {
    stop()
    const held = session().held()
    if (!held || session().isDisposed() || !platform.isLive) return
    const waitMs = dueInMs(held)
    // No timer while offline: the `online` event triggers a check.
    if (waitMs <= 0 && !platform.isOnline()) return
    // Timers truncate fractions: one that fires too early would be set again and again.
    const delayMs = Math.ceil(Math.max(waitMs, 0))
    nextAt = platform.now() + delayMs
    stopTimer = platform.setTimer(
      () => {
        nextAt = undefined
        check()
      },
      Math.min(delayMs, maxTimerMs),
    )
  }

  function check(): void {
    const held = session().held()
    if (!held) return
    if (!isDue(held)) return void (nextAt ?? start())
    session()
      .refresh({ isAwaited: false })
      .catch(() => {
        // The refresh code could not be loaded.
        stopTimer = platform.setTimer(check, options.frozenMarginMs)
      })
  }

  return { start, stop, check, isDue, nextAt: () => nextAt, ...waits }
}
