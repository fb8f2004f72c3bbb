import type { Engine } from './Engine.ts'

/** The time left until instants that were noted when they were first seen. */
export interface Waits {
  /** `mostMs` is how long the whole wait is: it is no longer where the clock was set back before it was first seen. */
  leftMs: (until: number | undefined, mostMs?: number) => number
  /** Forgets the waits of older tokens. */
  forgetWaits: () => void
}

/** Measures by two clocks. The one that gives less counts: one steps, and the other may stop during sleep. */
export function createWaits({ platform, options }: Pick<Engine, 'platform' | 'options'>): Waits {
  const ends = new Map<number, number>()
  return {
    leftMs(until = 0, mostMs = options.maxRetryAfterMs) {
      const nowAt = platform.now()
      const restMs = until - nowAt
      // What has passed is forgotten: after a step back, another wait may end at that same instant.
      for (const past of ends.keys()) if (past <= nowAt) ends.delete(past)
      const endsAt = ends.get(until) ?? platform.monotonic() + Math.min(restMs, mostMs)
      ends.set(until, endsAt)
      return Math.max(Math.min(endsAt - platform.monotonic(), restMs), 0)
    },
    forgetWaits: () => ends.clear(),
  }
}
