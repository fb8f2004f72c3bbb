import { describe, expect, test } from 'vitest'
import { createStore } from '../storage/createStore.ts'
import { mapRows } from '../storage/mapRows.ts'
import { plainBox } from '../storage/plainBox.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { SessionRows, SessionStore, StoredSession } from '../types/SessionStore.ts'
import { attemptRefresh } from './attemptRefresh.ts'
import type { AttemptParameters } from './AttemptParameters.ts'
import { hourMs, later, outcomes, startScripted } from '../session/testing/startScripted.ts'

const key = 'api:me'

/** A tab whose token is due, and a shared storage that a test reads and disturbs. */
async function setUp() {
  const rows = new Map<string, unknown>()
  const store: SessionStore = createStore({
    rows: mapRows(rows),
    box: plainBox,
    shared: true,
    warn: () => {},
  })
  const started = startScripted({ storage: { name: 'test', open: async () => store } })
  await started.start()
  const held = started.session().held()
  if (!held) throw new Error('Nobody is signed in.')
  started.platform.stepClock(0.9 * hourMs)
  let isSignedIn = true
  const ahead: number[] = []
  const parameters: AttemptParameters = {
    provider: started.provider,
    key,
    held,
    heldNow: () => (isSignedIn ? held : undefined),
    staleGen: undefined,
    isLocked: true,
    isUnsavedElsewhere: false,
    need: 'none' as const,
    leftMs: started.session().leftMs,
    unsaved: {
      hasUnsaved: () => false,
      enter: async ({ record }) => void ahead.push(record.gen),
      leave() {},
    },
    memory: {},
  }
  const change = (rows: (rows: SessionRows) => SessionRows) => store.update(key, rows)
  const tombstone = { v: 1 as const, sid: held.record.sid, gen: 9, at: 0 }
  return {
    ...started,
    store,
    rows,
    ahead,
    present: (more: Partial<AttemptParameters> = {}) =>
      attemptRefresh(started.engine, { ...parameters, ...more }),
    read: (): Promise<StoredSession> => store.read(key),
    signOut: () => change(({ record }) => ({ record, tombstone })),
    replace: (record: Partial<SessionRecord>) =>
      change((rows) => ({ ...rows, record: { ...(rows.record ?? held.record), ...record } })),
    leave: () => {
      isSignedIn = false
    },
    refuseWrites() {
      store.update = () => Promise.reject(new Error('QuotaExceededError'))
    },
  }
}

describe('attemptRefresh', () => {
  test('default', async () => {
    const { present, read, presented } = await setUp()
    expect(await present()).toMatchObject({ type: 'renewed', isSaved: true })
    expect(presented).toEqual(['refresh-0'])
    expect(await read()).toMatchObject({
      record: { gen: 2, attempt: undefined, failures: 0, refusals: 0, lost: false },
      tokens: { refreshToken: 'refresh-1' },
    })
  })

  test('behavior: the attempt is on record before the request leaves', async () => {
    const { present, read, answers, platform } = await setUp()
    const answer = later<undefined>()
    answers.push(answer.promise)
    const done = present()
    await platform.advance(0)
    expect((await read()).record).toMatchObject({ gen: 1, attempt: { locked: true } })
    answer.resolve(undefined)
    await done
  })

  test('behavior: a provider that sends no refresh token keeps the old one', async () => {
    const { present, read, answers } = await setUp()
    answers.push({ type: 'ok', tokens: { accessToken: 'new', lifetimeMs: hourMs } })
    await present()
    expect((await read()).tokens).toMatchObject({ accessToken: 'new', refreshToken: 'refresh-0' })
  })

  test('behavior: an attempt that was left behind counts as perhaps lost', async () => {
    const { present, read, replace, answers, platform } = await setUp()
    await replace({ attempt: { id: 'theirs', at: platform.now(), locked: true } })
    answers.push(outcomes.busy)
    await present()
    expect((await read()).record).toMatchObject({ lost: true, failures: 2 })
  })

  test('behavior: signed out while the request is out: nothing is written, what came is late', async () => {
    const { present, read, answers, platform, signOut } = await setUp()
    const answer = later<undefined>()
    answers.push(answer.promise)
    const done = present()
    await platform.advance(0)
    await signOut()
    answer.resolve(undefined)
    expect(await done).toMatchObject({
      type: 'ended',
      reason: 'signed-out-elsewhere',
      late: { refreshToken: 'refresh-1' },
    })
    expect((await read()).record?.gen).toBe(1)
  })

  test('behavior: passed by while the request is out: nothing is overwritten', async () => {
    const { present, read, answers, platform, replace } = await setUp()
    const answer = later<undefined>()
    answers.push(answer.promise)
    const done = present()
    await platform.advance(0)
    await replace({ attempt: { id: 'another', at: 0, locked: false } })
    answer.resolve(undefined)
    expect(await done).toEqual({ type: 'again', delayMs: 0 })
    expect((await read()).record).toMatchObject({ gen: 1, attempt: { id: 'another' } })
  })

  test('behavior: storage cleared while the request is out: the tab that lives keeps it', async () => {
    const { present, read, answers, platform, rows } = await setUp()
    const answer = later<undefined>()
    answers.push(answer.promise)
    const done = present()
    await platform.advance(0)
    rows.clear()
    answer.resolve(undefined)
    expect(await done).toMatchObject({ type: 'renewed', isSaved: true })
    expect(await read()).toMatchObject({
      record: { gen: 2 },
      tokens: { refreshToken: 'refresh-1' },
    })
  })

  test('behavior: storage cleared and signed out here: nothing is written', async () => {
    const { present, read, answers, platform, rows, leave } = await setUp()
    const answer = later<undefined>()
    answers.push(answer.promise)
    const done = present()
    await platform.advance(0)
    rows.clear()
    leave()
    answer.resolve(undefined)
    expect(await done).toEqual({ type: 'again', delayMs: 0 })
    expect((await read()).record).toBeUndefined()
  })

  test('behavior: who lost the race reads again, and has not sent', async () => {
    const { present, store, presented, replace } = await setUp()
    const { read } = store
    store.read = async (name) => {
      const stored = await read(name)
      await replace({ failures: 1 })
      return stored
    }
    expect(await present()).toEqual({ type: 'again', delayMs: 0 })
    expect(presented).toEqual([])
  })

  test('behavior: frozen between note and request: not sent, and the note is taken back', async () => {
    const { present, store, presented, platform } = await setUp()
    const { update } = store
    let writes = 0
    store.update = async (...change) => {
      const isWritten = await update(...change)
      if (writes++ === 0) await platform.advance(6_000)
      return isWritten
    }
    expect(await present()).toEqual({ type: 'again', delayMs: 0 })
    expect(presented).toEqual([])
    expect((await store.read(key)).record).toMatchObject({ gen: 1, lost: false })
    expect((await store.read(key)).record?.attempt).toBeUndefined()
  })

  test('behavior: where nothing can be written, only who holds the lock presents', async () => {
    const unlocked = await setUp()
    unlocked.refuseWrites()
    unlocked.platform.stepClock(hourMs)
    expect(await unlocked.present({ isLocked: false })).toMatchObject({
      type: 'deferred',
      error: { code: 'storage/failed' },
    })
    expect(unlocked.presented).toEqual([])

    const locked = await setUp()
    locked.refuseWrites()
    expect(await locked.present()).toMatchObject({ type: 'renewed', isSaved: false })
    expect(locked.ahead).toEqual([2])
  })

  test('behavior: a note that was written although it was said to have failed loses no answer', async () => {
    const { present, store, read } = await setUp()
    const { update } = store
    store.update = async (...parameters) => {
      store.update = update
      await update(...parameters)
      throw new Error('TimeoutError')
    }
    expect(await present()).toMatchObject({ type: 'renewed', isSaved: true })
    expect(await read()).toMatchObject({
      record: { gen: 2, attempt: undefined },
      tokens: { refreshToken: 'refresh-1' },
    })
  })

  test('behavior: a refusal is remembered although it could not be noted', async () => {
    const { present, answers, refuseWrites, presented } = await setUp()
    refuseWrites()
    answers.push(outcomes.refused, outcomes.refused)
    const memory = {}
    expect(await present({ memory })).toMatchObject({ type: 'again', delayMs: 5_000 })
    expect(await present({ memory, leftMs: () => 0 })).toMatchObject({
      type: 'ended',
      reason: 'refresh-refused',
      isOwn: true,
    })
    expect(presented).toHaveLength(2)
  })

  test('behavior: throttled, the whole provider is quiet', async () => {
    const { present, answers, presented, platform } = await setUp()
    answers.push(outcomes.throttled)
    const retryAt = platform.now() + 90_000
    expect(await present()).toMatchObject({ type: 'deferred', retryAt })
    expect(await present()).toMatchObject({ type: 'deferred', retryAt })
    expect(presented).toHaveLength(1)
    platform.stepClock(90_000)
    await platform.advance(90_000)
    expect(await present()).toMatchObject({ type: 'renewed' })
  })

  test('behavior: within the budget', async () => {
    const { present, presented, replace } = await setUp()
    for (let time = 0; time < 12; time++) {
      await present()
      await replace({ gen: 1 })
    }
    expect(await present()).toMatchObject({
      type: 'deferred',
      error: { code: 'provider/throttled' },
    })
    expect(presented).toHaveLength(12)
  })

  test('behavior: what a relay keeps is not stored', async () => {
    const { present, read, provider } = await setUp()
    await present({ provider: { ...provider, relayed: true } })
    expect((await read()).record?.gen).toBe(2)
    expect((await read()).tokens).not.toMatchObject({ refreshToken: 'refresh-1' })
  })
})
