import { describe, expect, test } from 'vitest'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenOutcome } from '../types/TokenOutcome.ts'
import { defaultEngineOptions as options } from './defaultEngineOptions.ts'
import { defaultBudget, judgeOutcome, type Verdict } from './judgeOutcome.ts'
import { outcomes } from '../session/testing/startScripted.ts'
import { failed } from '../providers/failed.ts'

const fresh: SessionRecord = {
  v: 1,
  provider: 'api',
  account: 'me',
  sid: 'one',
  gen: 3,
  status: 'signedIn',
  startedAt: 0,
  requestedAt: 0,
  lifetimeMs: 3_600_000,
  subject: '0xAbC',
  attempt: { id: 'attempt', at: 0, locked: true },
  failures: 0,
  refusals: 0,
  lost: false,
}

function judge(
  outcome: TokenOutcome,
  record: Partial<SessionRecord> = {},
  more: { isTokenValid?: boolean; wasOffline?: boolean } = {},
) {
  return judgeOutcome({
    record: { ...fresh, ...record },
    outcome,
    nowAt: 1_000_000,
    random: 0.5,
    isTokenValid: true,
    wasOffline: false,
    budget: defaultBudget,
    options,
    ...more,
  })
}

const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 3_600_000 }

describe('judgeOutcome', () => {
  test('default', () => {
    expect(judge({ type: 'ok', tokens })).toEqual({ type: 'renewed', tokens })
  })

  test('behavior: one replay of a lost answer, at once', () => {
    for (const outcome of [outcomes.lost, outcomes.unreadable]) {
      const verdict = judge(outcome)
      expect(verdict).toMatchObject({ type: 'again', delayMs: 0 })
      expect(verdict).toMatchObject({ record: { failures: 1, lost: true, attempt: undefined } })
      expect(judge(outcome, { failures: 1, lost: true })).toMatchObject({
        type: 'wait',
        retryAt: 1_002_000,
        isThrottled: false,
        record: { failures: 2, retryAt: 1_002_000 },
      })
    }
  })

  test('behavior: what was not processed is not replayed at once, and nothing is lost', () => {
    expect(judge(outcomes.busy)).toMatchObject({ type: 'wait', record: { lost: false } })
  })

  test('behavior: a wait that is asked for comes before a replay', () => {
    const outcome = failed('ambiguous', 'provider/unavailable', '', { retryAfterMs: 20_000 })
    expect(judge(outcome)).toMatchObject({ type: 'wait', retryAt: 1_020_000 })
  })

  test('behavior: throttled', () => {
    expect(judge(outcomes.throttled)).toMatchObject({
      type: 'wait',
      isThrottled: true,
      retryAt: 1_090_000,
      record: { failures: 0, lost: false },
    })
    const silent = failed('throttled', 'provider/throttled', '')
    expect(judge(silent)).toMatchObject({ retryAt: 1_000_000 + defaultBudget.perMs })
  })

  test('behavior: a refusal is confirmed, later while the token is good', () => {
    expect(judge(outcomes.refused)).toMatchObject({
      type: 'again',
      delayMs: 5_000,
      record: { refusals: 1, status: 'signedIn' },
    })
    expect(judge(outcomes.refused, {}, { isTokenValid: false })).toMatchObject({ delayMs: 1_000 })
  })

  test('behavior: confirmed, it is over, and the reason is told apart', () => {
    expect(judge(outcomes.refused, { refusals: 1 })).toMatchObject({
      type: 'end',
      reason: 'refresh-refused',
      error: { code: 'session/refresh-refused', cause: outcomes.refused.error },
      record: { status: 'signedOut', reason: 'refresh-refused' },
    })
    expect(judge(outcomes.refused, { refusals: 1, lost: true })).toMatchObject({
      reason: 'refresh-answer-lost',
      error: { code: 'session/refresh-answer-lost' },
    })
  })

  test('behavior: a hiccup between refusal and confirmation ends nothing', () => {
    expect(judge(outcomes.lost, { refusals: 1 })).toMatchObject({ record: { refusals: 1 } })
    expect(judge(outcomes.busy, { refusals: 1 }).type).toBe('wait')
  })

  test('behavior: the record says what all tabs wait for, and for how long', () => {
    // A replay at once waits for nothing; a confirmation is the whole origin's.
    expect(judge(outcomes.lost)).toMatchObject({ record: { retryAt: undefined } })
    expect(judge(outcomes.refused)).toMatchObject({ record: { retryAt: 1_005_000 } })
    for (const [retryAfterMs, failedAt, retryAt] of [
      [undefined, 1_000_000, undefined],
      [4_000, 1_000_000, 1_004_000],
      [20_000, 1_014_000, 1_020_000],
    ] as const) {
      const busy = failed('transient', 'provider/unavailable', '', { retryAfterMs })
      const verdict = judge(busy, { failures: 1 })
      expect(verdict).toMatchObject({ type: 'wait', error: busy.error, record: { failedAt } })
      if (retryAt) expect(verdict).toMatchObject({ retryAt })
    }
    // A pause is the provider's row's, not the record's.
    const paused = judge(outcomes.throttled) as Extract<Verdict, { type: 'wait' }>
    expect(paused.error).toBe(outcomes.throttled.error)
    expect([paused.record.retryAt, paused.record.failedAt]).toEqual([undefined, undefined])
    // A hint of nothing leaves the own wait, not the budget's minute.
    const atOnce = failed('throttled', 'provider/throttled', '', { retryAfterMs: 0 })
    const { retryAt: soon = Infinity } = judge(atOnce) as { retryAt?: number }
    expect(soon).toBeLessThan(1_000_000 + defaultBudget.perMs)
    expect(judge(outcomes.lost, {}, { wasOffline: true })).toMatchObject({
      retryAt: 1_000_000 + options.backoffBaseMs,
      isThrottled: false,
    })
  })

  test('behavior: the end keeps what the provider said for support', () => {
    const said = { details: 'text', providerCode: 7, correlationId: 'c-1' } as const
    const refused = failed('terminal', 'provider/refused', '', said as never)
    for (const lost of [false, true])
      expect(judge(refused as never, { refusals: 1, lost })).toMatchObject({ error: said })
  })

  test('behavior: somebody else’s tokens are as good as none', () => {
    const strange = { type: 'ok' as const, tokens: { ...tokens, subject: '0xDeF' } }
    expect(judge(strange)).toMatchObject({
      type: 'again',
      error: { code: 'provider/wrong-subject' },
    })
    const same = { type: 'ok' as const, tokens: { ...tokens, subject: '0xABC' } }
    expect(judge(same).type).toBe('renewed')
    expect(judge(strange, { subject: undefined }).type).toBe('renewed')
  })

  test('parameters: wasOffline', () => {
    expect(judge(outcomes.lost, {}, { wasOffline: true })).toMatchObject({
      type: 'wait',
      record: { failures: 0, lost: false, attempt: undefined },
    })
    const timeout = failed('ambiguous', 'network/timeout', '')
    expect(judge(timeout, {}, { wasOffline: true }).type).toBe('again')
  })
})
