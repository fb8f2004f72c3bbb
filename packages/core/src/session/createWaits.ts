import { remainingMs } from '../refresh/refreshDelay.ts'
import type { Engine } from './Engine.ts'

/** The time left until instants that were noted when they were first seen. */
export interface Waits {
  leftMs: (until: number | undefined) => number
  clear: () => void
}

/** Measures by two clocks. The one that gives less counts: one steps, and the other may stop during sleep. */
export function createWaits({ platform, options }: Pick<Engine, 'platform' | 'options'>): Waits {
  const ends = new Map<number, number>()
  return {
    leftMs(until) {
      if (until === undefined) return 0
      const nowAt = platform.now()
      const endsAt =
        ends.get(until) ?? platform.monotonic() + remainingMs(until, nowAt, options.maxRetryAfterMs)
      ends.set(until, endsAt)
      return Math.max(Math.min(endsAt - platform.monotonic(), until - nowAt), 0)
    },
    clear: () => ends.clear(),
  }
}
