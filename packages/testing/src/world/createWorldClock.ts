import type { Platform } from '@takokit/core'
import type { WorldClock } from './WorldClock.ts'

interface Timer {
  dueAt: number
  run: () => void
}

/** A clock that continues as the real one, or stands still at `at`, and the platform that follows it. */
export function createWorldClock(parameters: { platform: Platform; at?: number | undefined }): {
  clock: WorldClock
  platform: Platform
} {
  const { platform, at } = parameters
  let offsetMs = 0
  const timers = new Set<Timer>()
  const now = () => (at ?? platform.now()) + offsetMs
  /** The timer that is due first, until `at`. */
  const nextTimer = (until: number) =>
    [...timers].filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0]
  return {
    clock: {
      now,
      advance(ms) {
        if (!(ms >= 0)) throw new RangeError(`A clock goes forward; ${ms} ms is no such step.`)
        const end = now() + ms
        for (let timer = nextTimer(end); timer; timer = nextTimer(end)) {
          offsetMs += Math.max(0, timer.dueAt - now())
          timer.run()
        }
        offsetMs += Math.max(0, end - now())
      },
    },
    platform: {
      ...platform,
      now,
      monotonic: () => platform.monotonic() + offsetMs,
      setTimer(callback, delayMs) {
        const timer = { dueAt: now() + delayMs, run }
        const stopReal = platform.setTimer(run, delayMs)
        timers.add(timer)
        return stop
        function stop() {
          timers.delete(timer)
          stopReal()
        }
        function run() {
          stop()
          callback()
        }
      },
    },
  }
}
