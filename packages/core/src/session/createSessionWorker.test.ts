import { describe, expect, test } from 'vitest'
import { startSession } from '../actions/startSession.ts'
import { signOut } from '../actions/signOut.ts'
import { refreshSession } from '../actions/refreshSession.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { hourMs, later, outcomes, startScripted } from './testing/startScripted.ts'
import { startTabs } from './testing/startTabs.ts'

describe('refresh', () => {
  test('default', async () => {
    const { auth, start, presented } = startScripted()
    await start()
    await refreshSession(auth)
    expect(presented).toEqual(['refresh-0'])
    expect(auth.getSnapshot()).toMatchObject({ token: 'access-1', gen: 2, refreshStatus: 'idle' })
  })

  test('behavior: single flight', async () => {
    const { session, start, presented } = startScripted()
    await start()
    await Promise.all(
      Array.from({ length: 20 }, () => session().refresh({ isAwaited: true, staleGen: 1 })),
    )
    expect(presented).toEqual(['refresh-0'])
  })

  test('behavior: one replay, one confirmation, then it ends once', async () => {
    const { auth, session, start, presented, answers, platform } = startScripted()
    await start()
    const events: string[] = []
    auth.onEvent(({ type }) => events.push(type))
    answers.push(outcomes.lost, outcomes.refused, outcomes.refused)
    const done = session().refresh({ isAwaited: true, staleGen: 1 })
    await platform.advance(10_000)
    expect(await done).toMatchObject({ type: 'ended', reason: 'refresh-answer-lost' })
    expect(presented).toEqual(['refresh-0', 'refresh-0', 'refresh-0'])
    expect(events).toEqual(['refreshStarted', 'sessionEnded'])
  })

  test('behavior: offline, nothing is tried, and nothing ticks; it is on return', async () => {
    const { auth, start, presented, platform } = startScripted()
    await start()
    await platform.advance(0)
    platform.setOnline(false)
    let changes = 0
    auth.subscribe(() => changes++)
    await platform.advance(10 * hourMs)
    platform.tell('visible')
    platform.tell('resume')
    await platform.advance(0)
    expect(presented).toEqual([])
    expect(platform.wakeUps()).toBeLessThanOrEqual(1)
    expect(changes).toBeLessThanOrEqual(1)
    expect(auth.getSnapshot()).toMatchObject({
      status: 'signedIn',
      error: { code: 'network/offline' },
    })
    platform.setOnline(true)
    platform.tell('online')
    await platform.advance(0)
    expect(presented).toEqual(['refresh-0'])
    expect(auth.getSnapshot()).toMatchObject({ token: 'access-1', error: undefined })
  })

  test('behavior: a page that says it is offline and is not', async () => {
    const { auth, start, presented, platform } = startScripted()
    await start()
    platform.setOnline(false)
    await refreshSession(auth)
    expect(presented).toEqual(['refresh-0'])
  })

  test('behavior: parts that fail to load are asked for again', async () => {
    const platform = createTestPlatform()
    const parts = platform.parts
    let isBroken = false
    const load = () => (isBroken ? Promise.reject(new Error('offline')) : parts?.())
    const { auth, start, presented } = startScripted({
      platform: Object.assign(platform, { parts: load }),
      provider: {
        prepare: async () => {
          if (isBroken) throw new Error('offline')
        },
      },
    })
    isBroken = true
    await platform.advance(0)
    await expect(start()).rejects.toThrow('could not be loaded')
    isBroken = false
    await start()
    await platform.advance(hourMs)
    expect(presented).toEqual(['refresh-0'])
    expect(auth.getSnapshot().gen).toBe(2)
  })
})

describe('look', () => {
  test('default', async () => {
    const { tabs, settle, said } = startTabs(2)
    const [one, other] = tabs
    await settle()
    await one.start()
    await settle()
    expect(other.auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: 'access-0' })
    await refreshSession(one.auth)
    await settle()
    expect(other.auth.getSnapshot()).toMatchObject({ token: 'access-1', gen: 2 })
    expect(other.presented).toEqual([])
    expect(JSON.stringify(said)).not.toMatch(/access-|refresh-/)
    expect(Object.keys(said[0] ?? {}).toSorted()).toEqual([
      'account',
      'gen',
      'provider',
      'sid',
      'v',
    ])
  })

  test('behavior: signed out and in again in another tab', async () => {
    const { tabs, settle } = startTabs(2)
    const [one, other] = tabs
    await one.start()
    await settle()
    await signOut(one.auth)
    await settle()
    expect(other.auth.getSnapshot()).toMatchObject({
      status: 'signedOut',
      reason: 'signed-out-elsewhere',
    })
    await one.start()
    await settle()
    expect(other.auth.getSnapshot().status).toBe('signedIn')
  })

  test('behavior: a frozen tab follows before anything leaves it', async () => {
    const { tabs, settle } = startTabs(2)
    const [one, other] = tabs
    await one.start()
    await settle()
    other.platform.tell('pagehide')
    other.platform.tell('hidden')
    await signOut(one.auth)
    await settle()
    expect(other.auth.getSnapshot().status).toBe('signedIn')
    other.platform.stepClock(2 * hourMs)
    other.platform.tell('resume')
    await settle()
    expect(other.auth.getSnapshot().status).toBe('signedOut')
    expect(other.presented).toEqual([])
  })

  test('behavior: pages behind a relay keep their own tokens', async () => {
    const { tabs, settle } = startTabs(2, { provider: { relayed: true } })
    const [one, other] = tabs
    await settle()
    const calls = () => tabs.reduce((sum, { presented }) => sum + presented.length, 0)
    for (const { auth } of tabs) expect(auth.getSnapshot().token).toMatch(/^access-/)
    const before = calls()
    const token = other.auth.getSnapshot().token
    await refreshSession(one.auth)
    await settle()
    for (let time = 0; time < 5; time++) await settle()
    expect(other.auth.getSnapshot().token).toBe(token)
    expect(calls()).toBe(before + 1)
  })
})

describe('end', () => {
  test('default', async () => {
    const { auth, start, revoked } = startScripted()
    await start()
    await signOut(auth)
    expect(revoked).toEqual(['refresh-0'])
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedOut', reason: 'user' })
  })

  test('behavior: what comes back after it is revoked, and not written', async () => {
    const { auth, session, start, answers, revoked, platform } = startScripted()
    await start()
    const answer = later<undefined>()
    answers.push(answer.promise)
    const flight = session().refresh({ isAwaited: true, staleGen: 1 })
    await platform.advance(0)
    await signOut(auth)
    answer.resolve(undefined)
    expect(await flight).toMatchObject({ type: 'ended' })
    await platform.advance(0)
    expect(revoked).toEqual(['refresh-0', 'refresh-1'])
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedOut', reason: 'user' })
  })

  test('behavior: revokes what another tab fetched a moment ago', async () => {
    const { tabs, rows } = startTabs(2)
    const [one] = tabs
    await one.start()
    const row = rows.get('s:api:me https://api.example') as { record: object; sealed: object }
    rows.set('s:api:me https://api.example', {
      record: { ...row.record, gen: 2 },
      sealed: { accessToken: 'a', refreshToken: 'newest', lifetimeMs: hourMs },
    })
    await signOut(one.auth)
    expect(one.revoked).toEqual(['newest'])
  })

  test('behavior: signed out here although the storage refuses to note it', async () => {
    const { auth, start, engine } = startScripted()
    await start()
    const store = await engine.store()
    store.update = () => Promise.reject(new Error('QuotaExceededError'))
    await expect(signOut(auth)).rejects.toMatchObject({ code: 'storage/failed' })
    expect(auth.getSnapshot().status).toBe('signedOut')
  })

  test('behavior: a provider that never answers does not hold it up', async () => {
    const { auth, start, platform } = startScripted({
      provider: { revoke: () => new Promise<void>(() => {}) },
    })
    await start()
    const done = signOut(auth)
    await platform.advance(0)
    expect(auth.getSnapshot().status).toBe('signedOut')
    await platform.advance(10_000)
    await done
  })

  test('behavior: then at once into another account', async () => {
    const { auth, start, platform } = startScripted()
    await start()
    const done = signOut(auth)
    const tokens = { accessToken: 'other', refreshToken: 'other', expiresInMs: hourMs }
    await startSession(auth, { account: 'you', tokens })
    await done
    await platform.advance(0)
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedIn', account: 'you' })
    expect(auth.getSnapshot({ account: 'me' }).status).toBe('signedOut')
  })
})
