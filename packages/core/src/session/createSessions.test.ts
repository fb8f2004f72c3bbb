import { describe, expect, test } from 'vitest'
import { getAuthToken } from '../actions/getAuthToken.ts'
import { signOut } from '../actions/signOut.ts'
import { watchSession } from '../actions/watchSession.ts'
import { restoreSession } from '../actions/restoreSession.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { hourMs, later, outcomes, startScripted } from './testing/startScripted.ts'
import type { TabMessage } from '../types/Platform.ts'
import * as parts from './parts.ts'
import { startTabs } from './testing/startTabs.ts'

describe('createSessions', () => {
  test('default', async () => {
    const { auth, platform } = startScripted()
    expect(auth.getSnapshot().status).toBe('restoring')
    await platform.advance(0)
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedOut', account: undefined })
    expect(auth.getSnapshot()).toBe(auth.getSnapshot())
  })

  test('behavior: restores what is stored, once', async () => {
    const storage = memoryStorage()
    const opened = storage.open({ namespace: 'default', warn: () => {} })
    const shared = { ...storage, open: () => opened }
    const first = startScripted({ storage: shared })
    await first.start()
    const second = startScripted({ storage: shared })
    const events: string[] = []
    second.auth.onEvent(({ type }) => events.push(type))
    expect(await getAuthToken(second.auth)).toBe('access-0')
    expect(events).toEqual(['restored'])
  })

  test.each([
    ['an hour', hourMs],
    ['two hours', 2 * hourMs],
  ])('behavior: at most 4 wake-ups an hour, tokens for %s', async (_, lifetimeMs) => {
    const { start, platform, presented } = startScripted({ lifetimeMs })
    await start()
    const hours = 100
    const before = platform.wakeUps()
    await platform.advance(hours * hourMs)
    expect(presented.length).toBeGreaterThan((hours * hourMs) / lifetimeMs)
    expect((platform.wakeUps() - before) / hours).toBeLessThanOrEqual(4)
  })

  test('behavior: hidden and shown again, still', async () => {
    const { start, platform } = startScripted()
    await start()
    const before = platform.wakeUps()
    for (let hour = 0; hour < 50; hour++) {
      platform.setVisible(hour % 2 === 0)
      platform.tell(hour % 2 === 0 ? 'visible' : 'hidden')
      await platform.advance(hourMs)
    }
    expect((platform.wakeUps() - before) / 50).toBeLessThanOrEqual(4)
  })

  test.each([
    [
      'its client is disposed of',
      (tab: ReturnType<typeof startTabs>['tabs'][0]) => tab.auth.dispose(),
    ],
    [
      'its page leaves',
      (tab: ReturnType<typeof startTabs>['tabs'][0]) => tab.platform.tell('pagehide'),
    ],
  ])('behavior: signed out, and %s at once: the others follow', async (_, leave) => {
    const { tabs, settle } = startTabs(2)
    const [one, other] = tabs
    await one.start()
    await settle()
    expect(other.auth.getSnapshot().status).toBe('signedIn')
    const done = signOut(one.auth)
    leave(one)
    await settle()
    await done
    expect(other.auth.getSnapshot()).toMatchObject({
      status: 'signedOut',
      reason: 'signed-out-elsewhere',
    })
  })

  test('behavior: a refresh does not change the session', async () => {
    const { auth, start, platform } = startScripted()
    await start()
    let sessions = 0
    const snapshots = new Set<string | undefined>()
    watchSession(auth, { onChange: () => sessions++ })
    auth.subscribe(() => snapshots.add(auth.getSnapshot().token))
    await platform.advance(hourMs)
    expect(sessions).toBe(0)
    expect([...snapshots]).toEqual(['access-0', 'access-1'])
  })

  test('behavior: a listener that throws keeps nobody from going on', async () => {
    const { auth, start, platform } = startScripted()
    auth.subscribe(() => {
      throw new Error('mine')
    })
    auth.onEvent(() => {
      throw new Error('mine too')
    })
    await start()
    await platform.advance(hourMs)
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedIn', gen: 2 })
    expect(platform.warnings.join()).toContain('mine too')
  })

  test('behavior: a listener that calls back', async () => {
    const { auth, start, platform } = startScripted()
    auth.onEvent(({ type }) => {
      if (type === 'tokensRefreshed') void signOut(auth)
    })
    auth.subscribe(() => void getAuthToken(auth).catch(() => {}))
    await start()
    await platform.advance(hourMs)
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedOut', reason: 'user' })
    const before = platform.wakeUps()
    await platform.advance(10 * hourMs)
    expect(platform.wakeUps()).toBe(before)
  })

  test('behavior: an event comes with what is then', async () => {
    const { auth, start, platform } = startScripted()
    const gens: [string, number, number][] = []
    auth.onEvent(({ type, gen }) => gens.push([type, gen, auth.getSnapshot({ account: 'me' }).gen]))
    await start()
    await platform.advance(hourMs)
    for (const [, told, seen] of gens) expect(seen).toBe(told)
    expect(auth.getSnapshot().nextRefreshAt).toBeGreaterThan(platform.now())
  })

  test('behavior: disposed, it is quiet', async () => {
    const { auth, start, platform, answers, presented } = startScripted()
    await start()
    answers.push(outcomes.lost)
    auth.dispose()
    await platform.advance(100 * hourMs)
    platform.tell('visible')
    await platform.advance(0)
    expect(presented).toEqual([])
    expect(platform.wakeUps()).toBe(0)
    await expect(getAuthToken(auth)).rejects.toMatchObject({ code: 'config/disposed' })
  })

  test('behavior: a storage that does not open leaves nobody waiting', async () => {
    const { auth, platform } = startScripted({
      storage: { name: 'broken', open: () => Promise.reject(new Error('no')) },
    })
    await platform.advance(0)
    expect(auth.getSnapshot().status).toBe('signedOut')
    await expect(getAuthToken(auth)).rejects.toMatchObject({ code: 'session/signed-out' })
  })

  test.each([
    ['of the same namespace share a session', 'one', 'signedIn'],
    ['of two namespaces have nothing in common', 'other', 'signedOut'],
  ])('behavior: two clients in one page %s', async (_, namespace, status) => {
    const { tabs, settle } = startTabs(2, {}, [], [{ namespace: 'one' }, { namespace }])
    const [one, other] = tabs
    await settle()
    await one.start()
    await settle()
    expect(one.auth.getSnapshot().status).toBe('signedIn')
    expect(other.auth.getSnapshot().status).toBe(status)
    expect((await restoreSession(other.auth)).status).toBe(status)
    expect(one.auth.tabId).not.toBe(other.auth.tabId)
    await signOut(one.auth)
    await settle()
    expect(other.auth.getSnapshot().status).toBe('signedOut')
  })

  test('behavior: what one client does, one of another namespace does not hear', async () => {
    const { tabs, said, settle } = startTabs(
      2,
      {},
      [],
      [{ namespace: 'one' }, { namespace: 'other' }],
    )
    const [one, other] = tabs
    await settle()
    for (const { start } of tabs) await start()
    await settle()
    const changes: string[] = []
    other.auth.onEvent(({ type }) => changes.push(type))
    await signOut(one.auth)
    await settle()
    expect(said.length).toBeGreaterThan(0)
    expect(other.auth.getSnapshot().status).toBe('signedIn')
    expect(changes).toEqual([])
  })

  test('behavior: who signed in elsewhere while this page was put away is there when it comes back', async () => {
    const { tabs, settle } = startTabs(2)
    const [first, second] = tabs
    await settle()
    second.platform.tell('pagehide')
    await first.start()
    await settle()
    expect(second.auth.getSnapshot().status).toBe('signedOut')
    second.platform.tell('visible')
    expect(await getAuthToken(second.auth)).toBe('access-0')
    await settle()
    expect(second.auth.getSnapshot()).toMatchObject({ status: 'signedIn', account: 'me', gen: 1 })
  })

  test('behavior: who signed in elsewhere while nothing could be read is in use once it can', async () => {
    const { tabs, settle } = startTabs(2)
    const [first, second] = tabs
    await settle()
    const store = await second.engine.store()
    const { read, list } = store
    const refuse = () => Promise.reject(new Error('busy'))
    Object.assign(store, { read: refuse, list: refuse })
    await first.start()
    await settle()
    expect(second.auth.getSnapshot().status).toBe('signedOut')
    Object.assign(store, { read, list })
    second.platform.tell('online')
    await settle()
    expect(second.auth.getSnapshot()).toMatchObject({ status: 'signedIn', account: 'me' })
  })

  test('behavior: what this page needs could not be loaded at first: the session is in use all the same', async () => {
    let isThere = false
    const load = async () => {
      if (!isThere) throw new TypeError('Failed to fetch')
      return parts
    }
    const { tabs, settle } = startTabs(2, {}, [{}, { parts: load }])
    const [first, second] = tabs
    await settle()
    await first.start()
    await settle()
    expect(second.auth.getSnapshot()).toMatchObject({ status: 'signedIn', account: 'me' })
    isThere = true
    second.platform.tell('online')
    await settle()
    expect(second.auth.getSnapshot()).toMatchObject({ status: 'signedIn', account: 'me' })
  })

  test.each([
    ['and is told', []],
    ['and is put away', ['pagehide', 'visible']],
  ] as const)(
    'behavior: a page that reads a session as it ends %s does not take it over',
    async (_, [away, back]) => {
      const { tabs, settle } = startTabs(2)
      const [first, second] = tabs
      await settle()
      const store = await second.engine.store()
      const { list } = store
      const release = later<void>()
      const listSlowly = async () => {
        const stored = await list()
        await release.promise
        return stored
      }
      Object.assign(store, { list: listSlowly })
      await first.start()
      await settle()
      if (away) second.platform.tell(away)
      await signOut(first.auth)
      await settle()
      if (back) second.platform.tell(back)
      expect(second.auth.getSnapshot().status).toBe('signedOut')
      release.resolve()
      await settle()
      expect(second.auth.getSnapshot().status).toBe('signedOut')
      await expect(getAuthToken(second.auth)).rejects.toMatchObject({ code: 'session/signed-out' })
    },
  )

  test('behavior: a flood of messages about unknown accounts leaves nothing behind', async () => {
    let say: (message: TabMessage) => void = () => {}
    let timers = 0
    const platform = createTestPlatform({
      openChannel: (_, onMessage) => {
        say = onMessage
        return { post() {}, close() {} }
      },
    })
    const setTimer: typeof platform.setTimer = (...timer) => {
      timers++
      return platform.setTimer(...timer)
    }
    const { auth, engine } = startScripted({ platform: { ...platform, setTimer } })
    await platform.advance(0)
    const store = await engine.store()
    const { list } = store
    let lists = 0
    Object.assign(store, { list: () => (lists++, list()) })
    let changes = 0
    auth.subscribe(() => changes++)
    for (let count = 0; count < 100_000; count++)
      say({ v: 1, provider: 'api', account: `stranger-${count}`, sid: `sid-${count}`, gen: count })
    for (const odd of [null, {}, { v: 1, provider: 'api' }, { v: 1, provider: {}, account: [] }])
      say(odd as never)
    await platform.advance(0)
    expect(auth['~sessions'].all()).toEqual([])
    expect({ timers, changes }).toEqual({ timers: 0, changes: 0 })
    expect(lists).toBeLessThanOrEqual(2)
  })

  test('behavior: a flood of messages about a known account is read once or twice', async () => {
    let say: (message: TabMessage) => void = () => {}
    const platform = createTestPlatform({
      openChannel: (_, onMessage) => {
        say = onMessage
        return { post() {}, close() {} }
      },
    })
    const { auth, engine, start } = startScripted({ platform })
    await start()
    const store = await engine.store()
    const { read } = store
    let reads = 0
    Object.assign(store, { read: (key: string) => (reads++, read(key)) })
    for (let count = 0; count < 100_000; count++)
      say({ v: 1, provider: 'api', account: 'me', sid: `sid-${count}`, gen: count })
    await platform.advance(0)
    expect(reads).toBeLessThanOrEqual(2)
    expect(auth.getSnapshot().status).toBe('signedIn')
  })

  test('behavior: of several accounts the latest is in use, and who is in use stays so', async () => {
    const { tabs, settle } = startTabs(2)
    const [first, second] = tabs
    await settle()
    second.platform.tell('pagehide')
    await first.start('one')
    await first.platform.advance(1_000)
    await first.start('two')
    await restoreSession(second.auth)
    expect(second.auth.getSnapshot().account).toBe('two')
    await first.platform.advance(1_000)
    await first.start('three')
    second.platform.tell('visible')
    await settle()
    expect(second.auth.getSnapshot().account).toBe('two')
    expect(second.auth.getSnapshot({ account: 'three' }).status).toBe('signedIn')
  })

  test('behavior: a relayed session without tokens waits out a failure by one timer', async () => {
    const storage = memoryStorage()
    const opened = await storage.open({ namespace: 'default', warn: () => {} })
    const shared = { ...storage, open: async () => opened }
    const provider = { relayed: true }
    await startScripted({ storage: shared }).start()
    const withoutTokens = <row extends { tokens?: unknown }>(row: row) => ({
      ...row,
      tokens: undefined,
    })
    const unreadable = {
      ...opened,
      list: async () => (await opened.list()).map(withoutTokens),
      read: async (key: string) => withoutTokens(await opened.read(key)),
    }
    const platform = createTestPlatform()
    const { auth, answers, presented } = startScripted({
      platform,
      provider,
      storage: { ...storage, open: async () => unreadable },
    })
    answers.push(outcomes.throttled)
    await platform.advance(0)
    await platform.advance(80_000)
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedIn', refreshStatus: 'retrying' })
    expect(platform.wakeUps()).toBeLessThan(5)
    await platform.advance(20_000)
    expect(presented).toHaveLength(2)
    expect(auth.getSnapshot()).toMatchObject({ token: 'access-1', refreshStatus: 'idle' })
  })

  test('behavior: on a server nothing is restored or scheduled', async () => {
    const platform = createTestPlatform({ isLive: false })
    const { auth, start } = startScripted({ platform })
    await platform.advance(0)
    expect(auth.getSnapshot().status).toBe('restoring')
    await start()
    await platform.advance(10 * hourMs)
    expect(platform.wakeUps()).toBe(0)
  })
})
