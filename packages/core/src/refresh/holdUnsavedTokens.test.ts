import { describe, expect, test, vi } from 'vitest'
import type { Locks } from '../types/Platform.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import type { SessionRows, SessionStore } from '../types/SessionStore.ts'
import type { Engine } from '../session/Engine.ts'
import { defaultEngineOptions as options } from './defaultEngineOptions.ts'
import type { HeldTokens } from './HeldTokens.ts'
import { backoffMs } from './backoffMs.ts'
import { holdUnsavedTokens } from './holdUnsavedTokens.ts'

function grantOf(gen: number): HeldTokens {
  return {
    record: {
      v: 1,
      provider: 'api',
      account: 'me',
      sid: 'one',
      gen,
      status: 'signedIn',
      startedAt: 0,
      requestedAt: 0,
      lifetimeMs: 60_000,
      failures: 0,
      refusals: 0,
      lost: false,
    },
    tokens: { accessToken: 'a', lifetimeMs: 60_000 },
    monotonicAt: 0,
    jitter: 0,
  }
}

function setUp(rows: SessionRows = { record: grantOf(1).record }, isAwaited = false) {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  const held = new Set<string>()
  const locks: Partial<Locks> = {
    hold: async (name) => {
      if (isAwaited) await given
      held.add(name)
      return () => held.delete(name)
    },
  }
  const platform = createTestPlatform({ locks: locks as Locks })
  let isFull = true
  const update = vi.fn(
    async (_: string, change: (rows: SessionRows) => SessionRows | undefined) => {
      if (isFull) throw new Error('QuotaExceededError')
      const next = change(rows)
      if (next) Object.assign(rows, next)
      return next !== undefined
    },
  )
  const store = async () => ({ update }) as unknown as SessionStore
  const onStored = vi.fn()
  const engine = { platform, options, store } as unknown as Engine
  const ahead = holdUnsavedTokens(engine, 'api:me', 'lock', onStored)
  const makeRoom = () => {
    isFull = false
  }
  return { ahead, held, platform, update, onStored, rows, makeRoom, give }
}

describe('holdUnsavedTokens', () => {
  test('default', async () => {
    const { ahead, held } = setUp()
    expect(ahead.hasUnsaved()).toBe(false)
    await ahead.enter(grantOf(2))
    expect(ahead.hasUnsaved()).toBe(true)
    expect([...held]).toEqual(['lock:ahead'])
  })

  test('behavior: stores them once that works, lets go, and says so', async () => {
    const { ahead, held, platform, onStored, rows, makeRoom } = setUp()
    await ahead.enter(grantOf(2))
    await platform.advance(60_000)
    expect(onStored).not.toHaveBeenCalled()
    makeRoom()
    await platform.advance(300_000)
    expect(rows.record?.gen).toBe(2)
    expect(onStored).toHaveBeenCalledTimes(1)
    expect(ahead.hasUnsaved()).toBe(false)
    expect(held.size).toBe(0)
  })

  test('behavior: tries ever more seldom', async () => {
    const { ahead, platform, update } = setUp()
    await ahead.enter(grantOf(2))
    const triedAt: number[] = []
    const { now } = platform
    const begunAt = now()
    update.mockImplementation(async () => {
      triedAt.push(now() - begunAt)
      throw new Error('QuotaExceededError')
    })
    await platform.advance(3_600_000)
    const pauses = triedAt.map((at, index) => at - (triedAt[index - 1] ?? 0))
    expect(pauses.slice(0, 3)).toEqual([1, 2, 3].map((failures) => backoffMs(failures, 1, options)))
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    // Never given up: the longest pause again and again.
    expect(pauses.filter((pause) => pause === options.backoffMaxMs).length).toBeGreaterThanOrEqual(
      5,
    )
  })

  test('behavior: a newer generation is stored in place of the older, under the same lock', async () => {
    const { ahead, held, platform, rows, makeRoom } = setUp()
    await ahead.enter(grantOf(2))
    await ahead.enter(grantOf(3))
    expect([...held]).toEqual(['lock:ahead'])
    makeRoom()
    await platform.advance(10_000)
    expect(rows.record?.gen).toBe(3)
    expect(held.size).toBe(0)
  })

  test.each([
    ['a newer one', { record: { ...grantOf(5).record } }],
    ['another session', { record: { ...grantOf(1).record, sid: 'two' } }],
    [
      'a tombstone',
      { record: grantOf(1).record, tombstone: { v: 1 as const, sid: 'one', gen: 9, at: 0 } },
    ],
    ['nothing', {}],
  ])('behavior: leaves %s as it is', async (_, stored) => {
    const { ahead, platform, rows, makeRoom } = setUp({ ...stored })
    await ahead.enter(grantOf(2))
    makeRoom()
    await platform.advance(10_000)
    expect(rows).toEqual(stored)
    expect(ahead.hasUnsaved()).toBe(false)
  })

  test('behavior: left, it stops', async () => {
    const { ahead, held, platform, update } = setUp()
    await ahead.enter(grantOf(2))
    ahead.leave()
    ahead.leave()
    expect(held.size).toBe(0)
    await platform.advance(3_600_000)
    expect(update).not.toHaveBeenCalled()
  })

  test('behavior: left while its lock is still asked for, the lock is let go of when it comes', async () => {
    const { ahead, held, platform, give } = setUp(undefined, true)
    const entering = ahead.enter(grantOf(2))
    ahead.leave()
    give()
    await entering
    expect(held.size).toBe(0)
    await platform.advance(3_600_000)
    expect(held.size).toBe(0)
  })
})
