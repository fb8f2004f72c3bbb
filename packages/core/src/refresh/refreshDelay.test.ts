import { describe, expect, test } from 'vitest'
import { defaultEngineOptions as options } from './defaultEngineOptions.ts'
import type { HeldTokens } from './HeldTokens.ts'
import { backoffMs } from './backoffMs.ts'
import { ageOf, deadlines, toHeldTokens } from './refreshDelay.ts'

const hourMs = 3_600_000
const middle = { jitter: 0.5, isVisible: true }
const clocks = (wall: number, monotonic: number) => ({
  now: () => wall,
  monotonic: () => monotonic,
  random: () => 0.5,
})
const record: HeldTokens['record'] = {
  v: 1,
  provider: 'api',
  account: 'me',
  sid: 'one',
  gen: 1,
  status: 'signedIn',
  startedAt: 0,
  requestedAt: 10 * hourMs,
  lifetimeMs: hourMs,
  failures: 0,
  refusals: 0,
  lost: false,
}
const held: HeldTokens = { record, tokens: undefined, monotonicAt: 1_000, jitter: 0 }

describe('deadlines', () => {
  test('default', () => {
    const { softMs, hardMs } = deadlines(hourMs, middle, options)
    expect(softMs).toBe(0.8 * hourMs)
    expect(hardMs).toBe(hourMs - 30_000)
  })

  test('parameters: jitter', () => {
    const soft = (jitter: number) =>
      deadlines(hourMs, { jitter, isVisible: true }, options).softMs / hourMs
    expect(soft(0)).toBeCloseTo(0.75)
    expect(soft(1)).toBeCloseTo(0.85)
  })

  test('parameters: isVisible', () => {
    const hidden = deadlines(hourMs, { jitter: 0.5, isVisible: false }, options)
    expect(hidden.softMs / hourMs).toBeCloseTo(0.88)
  })

  test.each([10_000, 60_000, 299_999, 300_000, hourMs, 720 * hourMs])(
    'behavior: 0 < soft <= hard < lifetime, for %i ms',
    (lifetimeMs) => {
      for (const isVisible of [true, false])
        for (const jitter of [0, 0.5, 0.999]) {
          const { softMs, hardMs } = deadlines(lifetimeMs, { jitter, isVisible }, options)
          expect(softMs).toBeGreaterThan(0)
          expect(softMs).toBeLessThanOrEqual(hardMs)
          expect(hardMs).toBeLessThan(lifetimeMs)
        }
    },
  )

  test('behavior: lifetimes under five minutes keep a tenth', () => {
    expect(deadlines(60_000, middle, options).hardMs).toBe(54_000)
  })
})

describe('ageOf', () => {
  test('default', () => {
    expect(ageOf(held, clocks(10 * hourMs + 500, 1_500))).toBe(500)
  })

  test('behavior: sleep, in which the monotonic clock stood still', () => {
    expect(ageOf(held, clocks(20 * hourMs, 1_500))).toBe(10 * hourMs)
  })

  test('behavior: a clock set back', () => {
    expect(ageOf(held, clocks(9 * hourMs, 2_000))).toBe(1_000)
  })
})

describe('grantOf', () => {
  test('default', () => {
    const taken = toHeldTokens(record, undefined, clocks(10 * hourMs + 60_000, 5_000))
    expect(ageOf(taken, clocks(10 * hourMs + 60_000, 5_000))).toBe(60_000)
  })

  test('behavior: from a little ahead, it is new', () => {
    const now = clocks(10 * hourMs - 50_000, 5_000)
    expect(ageOf(toHeldTokens(record, undefined, now), now)).toBe(0)
  })

  test('behavior: from far ahead, its age is not known: it counts as expired', () => {
    const now = clocks(9 * hourMs, 5_000)
    expect(ageOf(toHeldTokens(record, undefined, now), now)).toBe(hourMs)
  })
})

describe('backoffMs', () => {
  test('default', () => {
    expect([1, 2, 3].map((failures) => backoffMs(failures, 1, options))).toEqual([
      2_000, 4_000, 8_000,
    ])
  })

  test('parameters: random', () => {
    expect(backoffMs(3, 0, options)).toBe(0)
    expect(backoffMs(3, 0.25, options)).toBe(2_000)
  })

  test('behavior: never more than the most', () => {
    for (const failures of [9, 50, 5_000]) expect(backoffMs(failures, 1, options)).toBe(300_000)
  })
})
