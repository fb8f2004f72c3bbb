import type { Clock } from '../types/Clock.ts'

/** A clock with an adjustable offset from `base`. */
export function createClock(base: () => number): Clock {
  let offsetMs = 0
  return {
    now: () => base() + offsetMs,
    advance(ms) {
      offsetMs += ms
    },
    set(at) {
      offsetMs = at - base()
    },
    reset() {
      offsetMs = 0
    },
  }
}
