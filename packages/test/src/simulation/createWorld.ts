import { createEventQueue } from './createEventQueue.ts'
import { hashText } from './createRandom.ts'

/** One line of the trace. */
export interface TraceLine {
  at: number
  who: string
  what: string
}

/** Time, and the order of events. Knows nothing of tabs or tokens. */
export interface World {
  /** True time since the beginning, in milliseconds: continues during sleep and never steps. Servers use it. */
  now: () => number
  /** The wall clock of the machine. */
  wall: () => number
  /** Never steps, and stops during sleep on some machines. */
  monotonic: () => number
  /** Runs a function later; returns a function that cancels it. */
  at: (delayMs: number, run: () => void, isTimer?: boolean) => () => void
  /** Reports an operation, so that `drain` continues. */
  touch: () => void
  note: (who: string, what: string) => void
  trace: readonly TraceLine[]
  hash: () => number
  /** Lets this much time pass. */
  advance: (durationMs: number) => Promise<void>
  /** The machine sleeps for this long. */
  sleep: (durationMs: number) => void
  /** Sets the wall clock. */
  stepClock: (byMs: number) => void
  isStepped: () => boolean
  events: () => number
}

/** Well above the longest chain of promises in the kit that starts no operation. */
const quietTicks = 24
/** Limits a loop of microtasks, which would never let time pass; no real run needs more. */
const mostTicks = 50_000
const epoch = Date.UTC(2026, 0, 5, 9)

export function createWorld(options: { countsSleep: boolean }): World {
  const queue = createEventQueue()
  const trace: TraceLine[] = []
  let hash = 0x811c9dc5
  let awake = 0
  let slept = 0
  let offset = 0
  let isStepped = false
  let activity = 0
  let events = 0

  const now = () => awake + slept

  /** Waits until no promise continues. Uses no timers of the real environment. */
  async function drain(): Promise<void> {
    let seen = activity
    for (let quiet = 0, ticks = 0; quiet < quietTicks; quiet++, ticks++) {
      await Promise.resolve()
      if (seen !== activity) {
        seen = activity
        quiet = 0
      }
      if (ticks > mostTicks) throw new Error('Microtasks go on without end.')
    }
  }

  return {
    now,
    wall: () => epoch + now() + offset,
    monotonic: () => (options.countsSleep ? now() : awake),
    at: (delayMs, run, isTimer = false) =>
      queue.add(awake + Math.max(delayMs, 0), run, isTimer && options.countsSleep),
    touch: () => {
      activity++
    },
    note(who, what) {
      const at = now()
      trace.push({ at, who, what })
      hash = hashText(what, hashText(who, hash ^ Math.round(at)))
    },
    trace,
    hash: () => hash,
    async advance(durationMs) {
      const until = awake + durationMs
      await drain()
      for (let next = queue.take(until); next; next = queue.take(until)) {
        awake = Math.max(awake, next.dueAt)
        events++
        if (events > 100_000) throw new Error('Too much happens.')
        const before = activity
        next.run()
        if (activity !== before) await drain()
      }
      awake = until
    },
    sleep(durationMs) {
      slept += durationMs
      queue.hasten(durationMs, awake)
    },
    stepClock(byMs) {
      isStepped = true
      offset += byMs
    },
    isStepped: () => isStepped,
    events: () => events,
  }
}
