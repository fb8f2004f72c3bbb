import { describe, expect, test } from 'vitest'
import { tako } from '../providers/tako/tako.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import type { Locks } from '../types/Platform.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { StoredSession } from '../types/SessionStore.ts'
import { defaultEngineOptions as options } from './defaultEngineOptions.ts'
import { decideRefresh } from './decideRefresh.ts'
import type { AttemptParameters } from './AttemptParameters.ts'

const hourMs = 3_600_000
const locks = {} as Locks

/** A tab with a token of this age, and the record that it reads. */
function setUp({ ageMs = 0.9 * hourMs, hasLocks = true } = {}) {
  const platform = createTestPlatform({ locks: hasLocks ? locks : undefined })
  const record: SessionRecord = {
    v: 1,
    provider: 'tako',
    account: 'me',
    sid: 'one',
    gen: 5,
    status: 'signedIn',
    startedAt: 1_000,
    requestedAt: platform.now() - ageMs,
    lifetimeMs: hourMs,
    failures: 0,
    refusals: 0,
    lost: false,
  }
  const tokens = { accessToken: 'access-5', refreshToken: 'refresh-5', lifetimeMs: hourMs }
  const newer = { accessToken: 'access-6', refreshToken: 'refresh-6', lifetimeMs: hourMs }
  const parameters: AttemptParameters = {
    provider: tako(),
    key: 'tako:me',
    held: { record, tokens, monotonicAt: -ageMs, jitter: 0.5 },
    heldNow: () => parameters.held,
    staleGen: undefined,
    isLocked: true,
    isUnsavedElsewhere: false,
    need: 'none',
    leftMs: (until) => Math.max((until ?? 0) - platform.now(), 0),
    unsaved: { hasUnsaved: () => false, enter: async () => {}, leave() {} },
    memory: {},
  }
  return {
    platform,
    record,
    tokens,
    newer,
    now: platform.now(),
    look: (stored: StoredSession, more: Partial<AttemptParameters> = {}) =>
      decideRefresh({ platform, options }, { ...parameters, ...more }, stored),
  }
}

describe('decideRefresh', () => {
  test('default', () => {
    const { look, record, tokens } = setUp()
    expect(look({ record, tokens })).toEqual({ type: 'send', record, tokens, isBehind: false })
  })

  test('behavior: signed out, by tombstone or record', () => {
    const { look, record, tokens } = setUp()
    const tombstone = { v: 1 as const, sid: 'one', gen: 6, at: 0 }
    const ended = { type: 'ended', isOwn: false }
    expect(look({ record, tokens, tombstone })).toMatchObject(ended)
    expect(look({ tombstone })).toMatchObject({ ...ended, reason: 'signed-out-elsewhere' })
    const over = { ...record, status: 'signedOut' as const, reason: 'refresh-refused' as const }
    expect(look({ record: over })).toMatchObject({ ...ended, reason: 'refresh-refused' })
  })

  test('behavior: another’s tombstone says nothing', () => {
    const { look, record, tokens } = setUp()
    const tombstone = { v: 1 as const, sid: 'earlier', gen: 3, at: 0 }
    expect(look({ record, tokens, tombstone }).type).toBe('send')
  })

  test('behavior: newer and valid is adopted', () => {
    const { look, record, newer, now } = setUp()
    const theirs = { ...record, gen: 6, requestedAt: now - 1_000 }
    expect(look({ record: theirs, tokens: newer })).toMatchObject({
      type: 'adopted',
      held: { record: theirs, tokens: newer },
    })
  })

  test('behavior: newer but expired is presented', () => {
    const { look, record, newer } = setUp()
    const theirs = { ...record, gen: 6 }
    expect(
      look({ record: { ...theirs, requestedAt: record.requestedAt - hourMs }, tokens: newer }),
    ).toMatchObject({ type: 'send', tokens: newer, isBehind: false })
  })

  test('behavior: newer but refused is presented', () => {
    const { look, record, newer, now } = setUp()
    const theirs = { ...record, gen: 6, requestedAt: now }
    expect(look({ record: theirs, tokens: newer }, { staleGen: 6 }).type).toBe('send')
  })

  test('behavior: newer but not readable is waited for, the longer the older it is', () => {
    const { look, record, now } = setUp()
    const wait = (requestedAt: number) => {
      const found = look({ record: { ...record, gen: 6, requestedAt } })
      return found.type === 'deferred' && found.retryAt - now
    }
    expect(wait(now)).toBe(1_000)
    expect(wait(now - 20_000)).toBe(20_000)
    expect(wait(now - hourMs)).toBe(300_000)
  })

  test('behavior: another sign-in of the account is adopted', () => {
    const { look, record, newer } = setUp()
    const theirs = { ...record, sid: 'two', gen: 7 }
    expect(look({ record: theirs, tokens: newer })).toMatchObject({ type: 'adopted' })
    expect(look({ record: { ...theirs, status: 'signedOut' } })).toMatchObject({ type: 'ended' })
  })

  test('behavior: an earlier sign-in is a read that shows the past', () => {
    const { look, record, tokens } = setUp()
    const earlier = { ...record, sid: 'zero', gen: 4, startedAt: 500 }
    expect(look({ record: earlier, tokens })).toMatchObject({
      type: 'send',
      isBehind: true,
      tokens,
      record: { sid: 'one', gen: 5 },
    })
  })

  test('behavior: memory ahead of storage, or storage cleared', () => {
    const { look, record, tokens } = setUp()
    for (const stored of [{}, { record: { ...record, gen: 4 }, tokens: undefined }])
      expect(look(stored)).toMatchObject({ type: 'send', isBehind: true, tokens })
  })

  test('behavior: ahead elsewhere', () => {
    const { look, record, tokens } = setUp()
    expect(look({ record, tokens }, { isUnsavedElsewhere: true })).toMatchObject({
      type: 'deferred',
      error: { code: 'storage/failed' },
    })
  })

  test('behavior: fresh by now', () => {
    const { look, record, tokens } = setUp({ ageMs: 1_000 })
    expect(look({ record, tokens })).toMatchObject({ type: 'adopted' })
    expect(look({ record, tokens }, { staleGen: 5 }).type).toBe('send')
  })

  test('behavior: a wait on record', () => {
    const { look, record, tokens, now } = setUp()
    const waiting = { ...record, retryAt: now + 7_000 }
    expect(look({ record: waiting, tokens })).toMatchObject({
      type: 'deferred',
      retryAt: now + 7_000,
      error: { code: 'provider/unavailable', retryAfterMs: 7_000 },
    })
  })

  test('behavior: an attempt under the lock that was left behind is taken over at once', () => {
    const { look, record, tokens, now } = setUp()
    const left = { ...record, attempt: { id: 'theirs', at: now, locked: true } }
    expect(look({ record: left, tokens }).type).toBe('send')
  })

  test('behavior: any other attempt is given time, by the steady clock', () => {
    const { look, record, tokens, now } = setUp({ hasLocks: false })
    const left = { ...record, attempt: { id: 'theirs', at: now - hourMs, locked: false } }
    const seen = (ms: number) =>
      look(
        { record: left, tokens },
        { isLocked: false, memory: { seen: { id: 'theirs', at: -ms, lastAt: 0 } } },
      )
    expect(seen(0)).toMatchObject({ type: 'deferred', retryAt: now + 125_000, error: undefined })
    expect(seen(124_000)).toMatchObject({ type: 'deferred', retryAt: now + 1_000 })
    expect(seen(125_000).type).toBe('send')
  })

  test('behavior: a session that began before this one is not taken up again, although it is stored and newer by generation', () => {
    const { look, record, tokens } = setUp({ ageMs: hourMs - 20_000 })
    const before = { sid: 'before', gen: record.gen + 3, startedAt: record.startedAt - 1 }
    const found = look({ record: { ...record, ...before }, tokens })
    expect(found).toMatchObject({ type: 'send', isBehind: true })
    expect(found.type === 'send' && found.record.gen).toBe(record.gen + 4)
  })

  test('behavior: after a sleep, another tab’s attempt has time to store its answer', () => {
    const { look, record, tokens, now } = setUp({ hasLocks: false })
    const left = { ...record, attempt: { id: 'theirs', at: now - hourMs, locked: false } }
    const seen = { id: 'theirs', at: -hourMs, lastAt: -hourMs }
    const wake = () => look({ record: left, tokens }, { isLocked: false, memory: { seen } })
    expect(wake()).toMatchObject({ type: 'deferred', retryAt: now + options.frozenMarginMs })
    seen.at -= options.frozenMarginMs
    expect(wake().type).toBe('send')
  })

  test('behavior: without locks, a tab that needs a token reads an attempt’s record again soon', () => {
    const { look, record, tokens, now } = setUp({ hasLocks: false })
    const left = { ...record, attempt: { id: 'theirs', at: now, locked: false } }
    const waitMs = (need: AttemptParameters['need']) => {
      const found = look({ record: left, tokens }, { need, isLocked: false })
      return found.type === 'deferred' ? found.retryAt - now : undefined
    }
    expect(waitMs('asked')).toBe(options.probeMs)
    expect(waitMs('visible')).toBe(options.probeMs)
    expect(waitMs('none')).toBe(options.maxRequestMs + options.frozenMarginMs)
  })

  test('behavior: an attempt is given the time that its record says', () => {
    const { look, record, tokens, now } = setUp({ hasLocks: false })
    const wait = (boundMs: number) =>
      look({
        record: { ...record, attempt: { id: 'theirs', at: now, locked: false, boundMs } },
        tokens,
      })
    expect(wait(30_000)).toMatchObject({ type: 'deferred', retryAt: now + 35_000 })
    expect(wait(hourMs)).toMatchObject({ retryAt: now + 605_000 })
  })

  test('behavior: who holds the lock is passed by only at the hard deadline', () => {
    const early = setUp()
    const stored = { record: early.record, tokens: early.tokens }
    expect(early.look(stored, { isLocked: false })).toMatchObject({ type: 'deferred' })
    const late = setUp({ ageMs: hourMs - 30_000 })
    const then = { record: late.record, tokens: late.tokens }
    const lookLate = (ms: number) =>
      late.look(then, { isLocked: false, memory: { seen: { id: 'one', at: -ms, lastAt: 0 } } })
    // The holder of the lock may have sent a request without storing its attempt. The lock tells when the holder is gone.
    expect(lookLate(0)).toMatchObject({ type: 'deferred', retryAt: late.now + 15_000 })
    expect(lookLate(244_000)).toMatchObject({ type: 'deferred', retryAt: late.now + 1_000 })
    expect(lookLate(245_000).type).toBe('send')
  })
})
