import { describe, expect, test } from 'vitest'
import { failed } from '../providers/failed.ts'
import { judgeRotation, type RotationPolicy, type RotationTally } from './judgeRotation.ts'

const policy: RotationPolicy = {
  backoffBaseMs: 1_000,
  backoffMaxMs: 300_000,
  maxRetryAfterMs: 3_600_000,
  confirmDelayMs: 5_000,
  throttleMs: 60_000,
  isTimeoutReplayed: false,
}
const fresh: RotationTally = { failures: 0, refusals: 0, lost: false }
const judge = (
  outcome: ReturnType<typeof failed>,
  tally: Partial<RotationTally> = {},
  more: Partial<RotationPolicy> = {},
) =>
  judgeRotation({
    tally: { ...fresh, ...tally },
    outcome,
    random: 0.5,
    policy: { ...policy, ...more },
  })
const lost = (retryAfterMs?: number) =>
  failed('ambiguous', 'provider/unavailable', 'x', { retryAfterMs })
const givenUp = failed('ambiguous', 'network/timeout', 'x')
const refused = failed('terminal', 'provider/refused', 'x')
const throttled = (retryAfterMs?: number) =>
  failed('throttled', 'provider/throttled', 'x', { retryAfterMs })

describe('judgeRotation', () => {
  test('default: tokens', () => {
    const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 1 }
    const outcome = { type: 'ok', tokens } as const
    expect(judgeRotation({ tally: fresh, outcome, random: 0, policy })).toEqual({
      type: 'renewed',
      tokens,
    })
  })

  test.each([
    ['without a hint', undefined, { type: 'again', delayMs: 0 }],
    ['a hint of 0 says nothing', 0, { type: 'again', delayMs: 0 }],
    ['a hint is waited for', 20_000, { type: 'wait', waitMs: 20_000 }],
    ['a short hint shortens nothing', 10, { type: 'wait', waitMs: 1_000 }],
    ['an endless hint is cut', 1e9, { type: 'wait', waitMs: 3_600_000 }],
  ])('behavior: a lost answer: %s', (_, hintMs, expected) => {
    expect(judge(lost(hintMs))).toMatchObject({
      ...expected,
      tally: { failures: 1, refusals: 0, lost: true },
    })
  })

  test('behavior: one replay at once, then the back-off', () => {
    expect(judge(lost(), { failures: 1 })).toMatchObject({ type: 'wait', waitMs: 2_000 })
    expect(judge(lost(), { failures: 40 })).toMatchObject({ type: 'wait', waitMs: 150_000 })
  })

  test('parameters: isTimeoutReplayed', () => {
    expect(judge(givenUp)).toMatchObject({ type: 'wait', tally: { lost: true } })
    expect(judge(givenUp, {}, { isTimeoutReplayed: true })).toMatchObject({ type: 'again' })
  })

  test('behavior: what was not processed is neither lost nor replayed at once', () => {
    const busy = failed('transient', 'provider/unavailable', 'x')
    expect(judge(busy)).toMatchObject({ type: 'wait', tally: { failures: 1, lost: false } })
  })

  test.each([
    [undefined, 0, 60_000],
    [0, 0, 60_000],
    [1_000, 0, 1_500],
    [1_000, 3, 12_000],
    [20_000, 0, 20_000],
  ])('behavior: throttled with a hint of %s after %i others: %i ms', (hintMs, before, waitMs) => {
    expect(judge(throttled(hintMs), { throttled: before })).toMatchObject({
      type: 'wait',
      isThrottled: true,
      waitMs,
      tally: { throttled: before + 1, failures: 0, lost: false },
    })
  })

  test('behavior: a refusal is confirmed once, whatever came between', () => {
    expect(judge(refused)).toMatchObject({ type: 'again', delayMs: 5_000, tally: { refusals: 1 } })
    for (const outcome of [lost(), throttled(), givenUp])
      expect(judge(outcome, { refusals: 1 })).toMatchObject({ tally: { refusals: 1 } })
    expect(judge(refused, { refusals: 1 })).toMatchObject({
      type: 'end',
      reason: 'refresh-refused',
    })
    expect(judge(refused, { refusals: 1, lost: true })).toMatchObject({
      type: 'end',
      reason: 'refresh-answer-lost',
    })
  })
})
