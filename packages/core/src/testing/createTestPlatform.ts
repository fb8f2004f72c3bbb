import * as parts from '../session/parts.ts'
import type { PlatformWithParts } from '../session/PlatformWithParts.ts'
import type { PageEvent } from '../types/Platform.ts'

export interface TestPlatform extends PlatformWithParts {
  /** Lets time pass: advances the clocks and calls due timers in order. */
  advance: (ms: number) => Promise<void>
  /** Freezes the page: timers that fell due are called when it resumes, all at once, before any event that arrived. */
  freeze: (ms: number) => Promise<void>
  /** Sets the wall clock only. */
  stepClock: (ms: number) => void
  /** The number of timer callbacks so far. */
  wakeUps: () => number
  tell: (event: PageEvent) => void
  setOnline: (isOnline: boolean) => void
  setVisible: (isVisible: boolean) => void
  readonly warnings: string[]
}

/** A page whose clocks, timers and events a test drives. */
export function createTestPlatform(overrides: Partial<PlatformWithParts> = {}): TestPlatform {
  const timers = new Map<object, { at: number; callback: () => void }>()
  const listeners = new Set<(event: PageEvent) => void>()
  const warnings: string[] = []
  let monotonicMs = 0
  let wallOffsetMs = 1_800_000_000_000
  let wakeUps = 0
  let ids = 0
  let isOnline = true
  let isVisible = true
  let underWay = 0
  const { fetch: send = () => Promise.reject(new TypeError('no network in this test')) } = overrides

  /** Lets everything continue as far as it can without time passing. Requests are awaited. */
  async function settle(): Promise<void> {
    do for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve))
    while (underWay > 0)
  }

  return {
    isLive: true,
    now: () => monotonicMs + wallOffsetMs,
    monotonic: () => monotonicMs,
    setTimer(callback, delayMs) {
      const timer = {}
      timers.set(timer, { at: monotonicMs + Math.max(delayMs, 0), callback })
      return () => timers.delete(timer)
    },
    random: () => 0.5,
    randomId: () => `id-${ids++}`,
    isVisible: () => isVisible,
    isOnline: () => isOnline,
    onPageEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openChannel: () => ({ post() {}, close() {} }),
    locks: undefined,
    baseUrl: 'https://dapp.example/',
    warn: (message) => warnings.push(message),
    parts: async () => parts,
    ...overrides,
    async fetch(input, init) {
      underWay++
      try {
        return await send(input, init)
      } finally {
        underWay--
      }
    },
    warnings,
    wakeUps: () => wakeUps,
    stepClock(ms) {
      wallOffsetMs += ms
    },
    async advance(ms) {
      await settle()
      const until = monotonicMs + ms
      for (;;) {
        const [due] = [...timers]
          .filter(([, { at }]) => at <= until)
          .toSorted(([, a], [, b]) => a.at - b.at)
        if (!due) break
        const [timer, { at, callback }] = due
        timers.delete(timer)
        monotonicMs = Math.max(monotonicMs, at)
        wakeUps++
        callback()
        await settle()
      }
      monotonicMs = until
      await settle()
    },
    async freeze(ms) {
      await settle()
      monotonicMs += ms
      for (const [timer, { at, callback }] of [...timers].toSorted(([, a], [, b]) => a.at - b.at)) {
        if (at > monotonicMs || !timers.delete(timer)) continue
        wakeUps++
        callback()
      }
    },
    tell(event) {
      for (const listener of listeners) listener(event)
    },
    setOnline(next) {
      isOnline = next
    },
    setVisible(next) {
      isVisible = next
    },
  }
}
