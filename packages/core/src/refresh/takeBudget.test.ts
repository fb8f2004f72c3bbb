import { describe, expect, test } from 'vitest'
import { createWaits } from '../session/createWaits.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import type { BudgetRow, SessionStore } from '../types/SessionStore.ts'
import { defaultEngineOptions as options } from './defaultEngineOptions.ts'
import type { RefreshEngine } from './RefreshEngine.ts'
import { recordAnswer, recordThrottle, takeBudget, throttled } from './takeBudget.ts'

const budget = { requests: 2, perMs: 60_000 }

/** A budget row as a function of now. */
function setUp(rowAt: (nowAt: number) => Partial<BudgetRow> = () => ({})) {
  const platform = createTestPlatform()
  const now = platform.now()
  let row: BudgetRow = { v: 1, sentAt: [], ...rowAt(now) }
  const updateBudget: SessionStore['updateBudget'] = async (_, change) => {
    row = change(row)
  }
  const store = async () => ({ updateBudget }) as SessionStore
  const engine: RefreshEngine = { platform, options, store, namespace: 'test', tabId: 'me' }
  const { leftMs } = createWaits({ platform, options })
  return {
    now,
    platform,
    row: () => row,
    take: (more: Partial<Parameters<typeof takeBudget>[1]> = {}) =>
      takeBudget(engine, { provider: 'api', budget, isReserved: false, leftMs, ...more }),
    answer: () => recordAnswer(engine, 'api'),
    throttle: (until: number) => recordThrottle(engine, 'api', until),
  }
}

describe('takeBudget', () => {
  test('default: as many requests as the budget has, then the oldest is waited for', async () => {
    const { take, row, now } = setUp((at) => ({ sentAt: [at - 20_000] }))
    expect(await take()).toBe(0)
    expect(row().sentAt).toEqual([now - 20_000, now])
    // A quarter of a second more: the request left some time after it was noted.
    expect(await take()).toBe(40_250)
    expect(row().sentAt).toEqual([now - 20_000, now])
  })

  test.each([
    ['the pause', { pausedForMs: 50_000, gapMs: 10_000 }, 50_000],
    ['the budget', { pausedForMs: 30_000, gapMs: 10_000 }, 40_250],
    ['the gap', { pausedForMs: 30_000, gapMs: 65_000 }, 55_000],
  ])('behavior: the longest wait counts: %s', async (_, { pausedForMs, gapMs }, waitMs) => {
    const { take } = setUp((at) => ({
      sentAt: [at - 20_000, at - 10_000],
      pausedUntil: at + pausedForMs,
    }))
    expect(await take({ gapMs })).toBe(waitMs)
  })

  test.each([
    ['as noted', 0, 60_000],
    ['10 s later', 10_000, 50_000],
    ['the clock set forward past the end', 61_000, 0],
    ['the clock set back by 90 s', -90_000, 60_000],
    ['the clock set back by 59 minutes', -3_540_000, 60_000],
  ])('behavior: a pause lasts no longer than was asked: %s', async (_, stepMs, waitMs) => {
    const { take, throttle, platform, now } = setUp()
    await throttle(now + 60_000)
    platform.stepClock(stepMs)
    expect(await take()).toBe(waitMs)
    // It does not begin anew with each look.
    await platform.advance(20_000)
    expect(await take()).toBe(Math.max(waitMs - 20_000, 0))
  })

  test.each([-20, -59, -180])(
    'behavior: a page that saw a pause begin waits no longer where the clock is set back by %i minutes meanwhile',
    async (minutes) => {
      const { take, throttle, platform, now } = setUp()
      await throttle(now + 60_000)
      expect(await take()).toBe(60_000)
      await platform.advance(20_000)
      platform.stepClock(minutes * 60_000)
      await platform.advance(30_000)
      expect(await take()).toBe(10_000)
      await platform.advance(10_000)
      expect(await take()).toBe(0)
    },
  )

  test('behavior: after the clock was set back, a page that looks later waits for the rest of a pause', async () => {
    const { take, throttle, platform, now } = setUp()
    await throttle(now + 60_000)
    platform.stepClock(-3_600_000)
    expect(await take()).toBe(60_000)
    await platform.advance(20_000)
    const { leftMs } = createWaits({ platform, options })
    expect(await take({ leftMs })).toBe(40_000)
    await platform.advance(40_000)
    expect(await take({ leftMs: createWaits({ platform, options }).leftMs })).toBe(0)
  })

  test('behavior: a request that was taken before waits for a pause only', async () => {
    const { take, row } = setUp((at) => ({ sentAt: [at - 2, at - 1] }))
    expect(await take({ isReserved: true, gapMs: 60_000 })).toBe(0)
    expect(row().sentAt).toHaveLength(2)
    const paused = setUp((at) => ({ pausedUntil: at + 7_000 }))
    expect(await paused.take({ isReserved: true })).toBe(7_000)
  })

  test('behavior: requests in the future, or longer ago than the period, do not count', async () => {
    const { take, row, now } = setUp((at) => ({ sentAt: [at - 60_250, at - 60_251, at + 1] }))
    expect(await take()).toBe(0)
    expect(row().sentAt).toEqual([now])
  })

  test('recordThrottle: a longer pause that is stored stays', async () => {
    const { throttle, row, now } = setUp((at) => ({ pausedUntil: at + 9_000 }))
    await throttle(now + 3_000)
    expect(row().pausedUntil).toBe(now + 9_000)
    await throttle(now + 20_000)
    expect(row().pausedUntil).toBe(now + 20_000)
  })
  test.each([
    ['no answer since', undefined, 10_000],
    ['an answer before it failed', -6_000, 10_000],
    ['an answer when it failed', -5_000, 10_000],
    ['an answer since', -1_000, 0],
    ['an answer now', 0, 0],
    ['an answer of a clock that was set back', 1_000, 10_000],
  ])('behavior: while requests fail, the gap, halved: %s', async (_, answeredMs, waitMs) => {
    const { take, now } = setUp((at) => ({
      sentAt: [at],
      ...(answeredMs !== undefined && { answeredAt: at + answeredMs }),
    }))
    expect(await take({ gapMs: 20_000, failedAt: now - 5_000 })).toBe(waitMs)
  })

  test('recordAnswer: ends the gap, also for the requests after the next', async () => {
    const { answer, take, row, now } = setUp((at) => ({ sentAt: [at - 1] }))
    await answer()
    expect(row()).toMatchObject({ sentAt: [now - 1], answeredAt: now })
    expect(await take({ gapMs: 20_000, failedAt: now - 5_000 })).toBe(0)
    expect(row().answeredAt).toBe(now)
  })

  test('throttled: says how long', () => {
    expect(throttled(5)).toMatchObject({ code: 'provider/throttled', retryAfterMs: 5 })
  })
})
