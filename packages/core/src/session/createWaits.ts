import { remainingMs } from '../refresh/refreshDelay.ts'
import type { Engine } from './Engine.ts'

/** The time left until instants that were noted when they were first seen. */
export interface Waits {
  /** `mostMs` is the whole length of the wait: a clock that was set back before it was first seen does not lengthen it. */
  leftMs: (until: number | undefined, mostMs?: number) => number
  clear: () => void
}

/** Measures by two clocks. The one that gives less counts: one steps, and the other may stop during sleep. */
export function createWaits({ platform, options }: Pick<Engine, 'platform' | 'options'>): Waits {
  const ends = new Map<number, number>()
  return {
    leftMs(until, mostMs = Infinity) {
      if (until === undefined) return 0
      const nowAt = platform.now()
      const restMs = Math.min(remainingMs(until, nowAt, options.maxRetryAfterMs), mostMs)
      const endsAt = ends.get(until) ?? platform.monotonic() + restMs
      // What has passed is forgotten: after a step back, another wait may end at that same instant.
      for (const past of ends.keys()) if (past <= nowAt) ends.delete(past)
      ends.set(until, endsAt)
      return Math.max(Math.min(endsAt - platform.monotonic(), until - nowAt), 0)
    },
    clear: () => ends.clear(),
  }
}
