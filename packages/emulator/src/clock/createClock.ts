import type { Clock } from '../types/Clock.ts'

/** A clock that runs with `base`, moved by an offset of its own. */
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
