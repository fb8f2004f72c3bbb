import { IDBDatabase as FDBDatabase, IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { restoreSession } from '../actions/restoreSession.ts'
import { signOut } from '../actions/signOut.ts'
import { hourMs, startScripted } from '../session/testing/startScripted.ts'
import type { Locks, Platform } from '../types/Platform.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { vaultStorage } from './vaultStorage.ts'

type Opening = (name: string, open: () => IDBOpenDBRequest) => IDBOpenDBRequest

const silent = () => new EventTarget() as IDBOpenDBRequest
const failing =
  (name: string, message = 'Lost.'): Opening =>
  () => {
    const request = silent()
    Object.defineProperty(request, 'error', { value: new DOMException(message, name) })
    setImmediate(() => request.onerror?.(new Event('error')))
    return request
  }
const throwing =
  (name: string): Opening =>
  () => {
    throw new DOMException('No.', name)
  }
/** Every way in which opening can fail temporarily. */
const failures: [string, Opening][] = [
  ['an error', failing('UnknownError')],
  ['a lost process', failing('UnknownError', 'Connection to Indexed Database server lost.')],
  ['a damaged file', failing('UnknownError', 'Internal error opening backing store.')],
  ['a database that closes', failing('InvalidStateError', 'The database connection is closing.')],
  ['an upgrade that was aborted', failing('AbortError')],
  ['a full disk', failing('QuotaExceededError')],
  ['an error that is thrown', throwing('UnknownError')],
  ['no answer', silent],
  [
    'being blocked',
    () => {
      const request = silent()
      setImmediate(() => request.onblocked?.(new Event('blocked') as IDBVersionChangeEvent))
      return request
    },
  ],
]
/** Failures that no retry changes. */
const lasting: [string, () => void][] = [
  ['a policy', () => stubOpen(throwing('SecurityError'))],
  ['a policy, told late', () => stubOpen(failing('SecurityError'))],
  ['a later version of the kit', () => stubOpen(failing('VersionError'))],
  [
    'a frame that may store nothing',
    () => stubOpen(failing('UnknownError', 'The user denied permission to access the database.')),
  ],
  [
    'a private window of older browsers',
    () =>
      stubOpen(
        failing(
          'InvalidStateError',
          'A mutation operation was attempted on a database that did not allow mutations.',
        ),
      ),
  ],
  ['no IndexedDB', () => vi.stubGlobal('indexedDB', undefined)],
  ['no IndexedDB, as null', () => vi.stubGlobal('indexedDB', null)],
  ['no WebCrypto', () => vi.stubGlobal('crypto', { getRandomValues })],
]

let factory: IDBFactory
let areas: Map<string, string>
let opened = 0

function stubOpen(opening: Opening | undefined): void {
  const open = factory.open.bind(factory)
  opened = 0
  vi.stubGlobal('indexedDB', {
    open: (name: string, version: number) => {
      opened++
      const really = () => open(name, version) as IDBOpenDBRequest
      return opening ? opening(name, really) : really()
    },
  })
}

/** Resolves without a macrotask, unlike a real cipher, because the test drives the clock. */
const subtle = {
  generateKey: async () => ({}),
  encrypt: async (_: unknown, key: unknown, plain: Uint8Array) => plain.slice().buffer,
  decrypt: async (_: unknown, key: unknown, data: ArrayBuffer) => data,
}
const getRandomValues = crypto.getRandomValues.bind(crypto)

beforeEach(() => {
  vi.stubGlobal('crypto', { getRandomValues, subtle })
  factory = new IDBFactory()
  areas = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => areas.get(name) ?? null,
    setItem: (name: string, value: string) => void areas.set(name, value),
    removeItem: (name: string) => void areas.delete(name),
  })
  stubOpen(undefined)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

let nowAt = 0
let ids = 0

/** A page on what is stored here, its clock ahead of the one before. */
function load(more: Partial<Platform> = {}) {
  const platform = createTestPlatform({ randomId: () => `id-${ids++}`, ...more })
  platform.stepClock(nowAt)
  const page = startScripted({ platform, storage: vaultStorage() })
  const told: string[] = []
  page.auth.subscribe(() => told.push(page.auth.getSnapshot().status))
  return { ...page, told }
}

/** Lets time pass for the page and for the browser below it. */
async function pass(page: ReturnType<typeof load>, ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= 250) {
    await vi.advanceTimersByTimeAsync(250)
    await page.platform.advance(250)
  }
  nowAt += ms
}

/** Awaits a call to the kit while time passes. */
async function through<value>(page: ReturnType<typeof load>, call: Promise<value>): Promise<value> {
  let isDone = false
  const done = call.finally(() => {
    isDone = true
  })
  done.catch(() => {})
  while (!isDone) await pass(page, 250)
  return done
}

async function signInAndLeave(): Promise<void> {
  const first = load()
  await through(first, first.start())
  first.auth.dispose()
  await pass(first, 1_000)
}

describe('a storage that fails for now', () => {
  test.each(failures)('behavior: once, by %s: nobody is told "signed out"', async (_, opening) => {
    await signInAndLeave()
    let isFirst = true
    stubOpen((name, open) => {
      if (!isFirst) return open()
      isFirst = false
      return opening(name, open)
    })
    const page = load()
    await through(page, restoreSession(page.auth))
    expect(page.auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: 'access-0' })
    expect(page.told).not.toContain('signedOut')
  })

  test.each(failures)(
    'behavior: for long, by %s: back by itself, and at once at resume',
    async (_, opening) => {
      await signInAndLeave()
      stubOpen(opening)
      for (const event of [undefined, 'resume', 'visible'] as const) {
        stubOpen(opening)
        const page = load()
        await pass(page, 20_000)
        expect(page.auth.getSnapshot().status).toBe('signedOut')
        expect(page.platform.warnings).toEqual([expect.stringContaining('for now')])
        stubOpen(undefined)
        if (event) page.platform.tell(event)
        await pass(page, event ? 3_500 : 60_000)
        expect(page.auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: 'access-0' })
        page.auth.dispose()
      }
    },
  )

  test.each(failures)('behavior: a sign-out meanwhile is applied, by %s', async (_, opening) => {
    for (const isKnown of [false, true]) {
      await signInAndLeave()
      stubOpen(opening)
      const page = load()
      await pass(page, 10_000)
      if (isKnown) await through(page, page.start())
      await through(page, signOut(page.auth, isKnown ? { account: 'me' } : {}))
      stubOpen(undefined)
      await pass(page, 60_000)
      await through(page, restoreSession(page.auth))
      expect(page.auth.getSnapshot().status).toBe('signedOut')
      page.auth.dispose()
      const next = load()
      await through(next, restoreSession(next.auth))
      expect(next.auth.getSnapshot().status).toBe('signedOut')
      expect(areas.size).toBe(0)
      next.auth.dispose()
    }
  })

  test('behavior: also where the page is closed before the storage is back', async () => {
    await signInAndLeave()
    stubOpen(failing('UnknownError'))
    const page = load()
    await pass(page, 10_000)
    await through(page, page.start())
    await through(page, signOut(page.auth))
    page.auth.dispose()
    expect([...areas.values()].join()).not.toMatch(/access|refresh/)
    stubOpen(undefined)
    const next = load()
    await through(next, restoreSession(next.auth))
    expect(next.auth.getSnapshot().status).toBe('signedOut')
    expect(areas.size).toBe(0)
    // The stored sign-out applies once: a later sign-in stays.
    await pass(next, 1_000)
    await through(next, next.start())
    next.auth.dispose()
    const last = load()
    await through(last, restoreSession(last.auth))
    expect(last.auth.getSnapshot().status).toBe('signedIn')
    last.auth.dispose()
  })

  test('behavior: a sign-out of one account leaves another signed in', async () => {
    await signInAndLeave()
    stubOpen(failing('UnknownError'))
    const page = load()
    await pass(page, 10_000)
    await through(page, signOut(page.auth, { account: 'somebody else' }))
    stubOpen(undefined)
    await pass(page, 60_000)
    expect(page.auth.getSnapshot({ account: 'me' }).status).toBe('signedIn')
    page.auth.dispose()
  })

  test('behavior: who signs in and renews meanwhile is stored once it is back', async () => {
    await signInAndLeave()
    stubOpen(failing('UnknownError'))
    const page = load()
    await pass(page, 10_000)
    await through(page, page.start())
    await through(
      page,
      page.session().refresh({ isAwaited: true, staleGen: page.auth.getSnapshot().gen }),
    )
    expect(page.auth.getSnapshot().token).toBe('access-1')
    stubOpen(undefined)
    await pass(page, 60_000)
    expect(page.auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: 'access-1' })
    page.auth.dispose()
    const next = load()
    await through(next, restoreSession(next.auth))
    expect(next.auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: 'access-1' })
    next.auth.dispose()
  })

  test('behavior: tried ever more seldom, and not at all once the client is disposed of', async () => {
    stubOpen(failing('UnknownError'))
    const page = load()
    await pass(page, 600_000)
    expect(opened).toBeLessThan(20)
    page.auth.dispose()
    const before = opened
    await pass(page, 600_000)
    expect(opened).toBe(before)
  })
})

test.each(lasting)('behavior: memory for good, with one warning: %s', async (_, block) => {
  block()
  const page = load()
  await through(page, page.start())
  expect(page.auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: 'access-0' })
  const before = opened
  for (const event of ['resume', 'visible', 'online'] as const) page.platform.tell(event)
  await pass(page, 600_000)
  await through(page, restoreSession(page.auth))
  expect(page.auth.getSnapshot().status).toBe('signedIn')
  await through(page, signOut(page.auth))
  expect(page.auth.getSnapshot().status).toBe('signedOut')
  expect(opened).toBe(before)
  expect(page.platform.warnings).toEqual([expect.stringContaining('end with the page')])
  page.auth.dispose()
})

test('behavior: a vault that fails later, after it was opened: the page stays signed in and fresh, and what it has is stored once that works', async () => {
  // Without locks nothing is presented that cannot be noted.
  const locks: Locks = {
    run: async (_, _waitMs, task) => ({ result: await task() }),
    hold: async () => () => {},
    isHeld: async () => false,
  }
  const page = load({ locks })
  await through(page, page.start())
  const begun = page.told.length
  const { transaction } = FDBDatabase.prototype
  let aborted = 0
  const broken = vi.spyOn(FDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...how
  ) {
    const begun = transaction.apply(this, how)
    if (how[1] === 'readwrite') setImmediate(() => (aborted++, begun.abort()))
    return begun
  })
  await pass(page, hourMs)
  expect(aborted).toBeGreaterThan(0)
  broken.mockRestore()
  const { token, gen } = page.auth.getSnapshot()
  expect(token).toBe('access-1')
  expect(page.told.slice(begun)).not.toContain('signedOut')
  expect(page.presented).toEqual(['refresh-0'])
  await pass(page, 600_000)
  page.auth.dispose()
  await pass(page, 1_000)
  const next = load()
  await through(next, restoreSession(next.auth))
  expect(next.auth.getSnapshot()).toMatchObject({ status: 'signedIn', token, gen })
  next.auth.dispose()
})
