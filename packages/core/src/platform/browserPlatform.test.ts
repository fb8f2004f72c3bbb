import { webcrypto } from 'node:crypto'
import { createEmulator } from '@takokit/emulator'
import { IDBFactory } from 'fake-indexeddb'
import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { authFetch } from '../actions/authFetch.ts'
import { refreshSession } from '../actions/refreshSession.ts'
import { restoreSession } from '../actions/restoreSession.ts'
import { signIn } from '../actions/signIn.ts'
import { signOut } from '../actions/signOut.ts'
import { createAuthClient } from '../createAuthClient.ts'
import { tako } from '../providers/tako/tako.ts'
import { vaultStorage } from '../storage/vaultStorage.ts'
import { webStorage } from '../storage/webStorage.ts'

const signer = privateKeyToAccount(
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
)
const never = () => new Promise<never>(() => {})
const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}
/** A constructor that throws. */
function refuseNew() {
  refuse()
}
const refuseLater = () => Promise.reject(new DOMException('Not allowed.', 'SecurityError'))

const undo: (() => void)[] = []
function replace(owner: object, name: string, descriptor: PropertyDescriptor): void {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { configurable: true, ...descriptor })
  undo.unshift(() => {
    if (before) Object.defineProperty(owner, name, before)
    else Reflect.deleteProperty(owner, name)
  })
}
const give = (owner: object, name: string, value: unknown) =>
  replace(owner, name, { value, writable: true })
const deny = (owner: object, name: string) => replace(owner, name, { get: refuse })

/** Restrictions that a policy, a private window or an app's web view puts on the browser, one at a time. */
const table: [string, () => void][] = [
  ['BroadcastChannel throws', () => give(globalThis, 'BroadcastChannel', vi.fn(refuseNew))],
  ['BroadcastChannel is absent', () => give(globalThis, 'BroadcastChannel', undefined)],
  ['navigator.locks cannot be read', () => deny(navigator, 'locks')],
  ['navigator.locks is absent', () => give(navigator, 'locks', undefined)],
  ['locks throw', () => give(navigator, 'locks', { request: refuse, query: refuse })],
  ['locks reject', () => give(navigator, 'locks', { request: refuseLater, query: refuseLater })],
  ['locks hang', () => give(navigator, 'locks', { request: never, query: never })],
  ['indexedDB cannot be read', () => deny(globalThis, 'indexedDB')],
  ['indexedDB is absent', () => give(globalThis, 'indexedDB', undefined)],
  ['indexedDB throws', () => give(globalThis, 'indexedDB', { open: refuse })],
  ['indexedDB hangs', () => give(globalThis, 'indexedDB', { open: () => new EventTarget() })],
  ['localStorage cannot be read', () => deny(globalThis, 'localStorage')],
  ['localStorage is absent', () => give(globalThis, 'localStorage', null)],
  [
    'localStorage throws',
    () =>
      give(globalThis, 'localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse }),
  ],
  ['sessionStorage cannot be read', () => deny(globalThis, 'sessionStorage')],
  ['sessionStorage is absent', () => give(globalThis, 'sessionStorage', null)],

  ['crypto.getRandomValues throws', () => give(crypto, 'getRandomValues', refuse)],
  ['crypto.subtle is absent', () => give(crypto, 'subtle', undefined)],
  ['crypto.subtle cannot be read', () => deny(crypto, 'subtle')],
  ['crypto.subtle rejects', () => give(crypto, 'subtle', { generateKey: refuseLater })],
  ['crypto.subtle hangs', () => give(crypto, 'subtle', { generateKey: never })],
  [
    'ciphers hang',
    () => {
      give(crypto.subtle, 'encrypt', never)
      give(crypto.subtle, 'decrypt', never)
    },
  ],
]

/** A `Storage` whose entries are also properties. */
function createArea(): Storage {
  const area = {}
  const hide = (name: string, value: unknown) =>
    Object.defineProperty(area, name, { value, enumerable: false })
  const items = area as Record<string, string>
  hide('getItem', (name: string) => items[name] ?? null)
  hide('setItem', (name: string, value: string) => void (items[name] = value))
  hide('removeItem', (name: string) => void Reflect.deleteProperty(area, name))
  return area as Storage
}

/** Web Locks of a single page: one holder after the other. */
function createLocks() {
  const queues = new Map<string, Promise<unknown>>()
  return {
    request(name: string, _: unknown, task: () => Promise<unknown>) {
      const turn = (queues.get(name) ?? Promise.resolve()).then(task)
      queues.set(
        name,
        turn.catch(() => {}),
      )
      return turn
    },
    query: async () => ({ held: [] }),
  }
}

beforeEach(() => {
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    baseURI: 'https://dapp.example/',
  })
  give(globalThis, 'document', document)
  give(globalThis, 'window', new EventTarget())
  give(globalThis, 'navigator', { onLine: true, locks: createLocks() })
  give(globalThis, 'indexedDB', new IDBFactory())
  give(globalThis, 'localStorage', createArea())
  give(globalThis, 'sessionStorage', createArea())
  give(globalThis, 'crypto', {
    getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
    // Resolves without a macrotask, unlike a real cipher, because the test drives the clock.
    subtle: {
      generateKey: async () => ({}),
      encrypt: async (_: unknown, key: unknown, plain: Uint8Array) => plain.slice().buffer,
      decrypt: async (_: unknown, key: unknown, data: ArrayBuffer) => data,
    },
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  for (const restore of undo.splice(0)) restore()
  vi.useRealTimers()
})

/** Awaits a call while time passes, because the call may wait for something that never answers. */
async function through<value>(call: Promise<value>): Promise<value> {
  let isDone = false
  const done = call.finally(() => {
    isDone = true
  })
  done.catch(() => {})
  for (let waitedMs = 0; !isDone; waitedMs += 20) {
    if (waitedMs > 600_000) throw new Error('It takes more than ten minutes.')
    await vi.advanceTimersByTimeAsync(20)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return done
}

// Loaded before any test, because a driven clock does not wait for modules.
await Promise.all([
  import('../storage/cipherBox.ts'),
  import('../storage/standIn.ts'),
  import('../tabs/webLocks.ts'),
  import('../session/parts.ts'),
  tako().prepare?.(),
])

describe('what a browser may refuse', () => {
  test.each(table)('behavior: %s: signed in, renewed and out all the same', async (_, breakIt) => {
    breakIt()
    for (const storage of [vaultStorage(), webStorage('local'), webStorage('session')]) {
      const { fetch } = createEmulator()
      const auth = createAuthClient({
        providers: [tako()],
        storage,
        fetch: fetch as never,
        namespace: `refused-${Math.random()}`,
        onWarning() {},
        // Shorter than the time after which a caller learns that the answer is late.
        timing: { lockWaitMs: 2_000 },
      })
      await through(restoreSession(auth))
      expect(auth.getSnapshot().status).toBe('signedOut')
      await through(signIn(auth, { signer }))
      const first = auth.getSnapshot()
      expect(first.status).toBe('signedIn')
      window.dispatchEvent(new Event('focus'))
      const answer = await through(
        authFetch(auth, 'https://api.tako.so/v2/farcaster/ignore_bid', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: '{"index":70}',
        }),
      )
      expect(answer.status).toBe(200)
      await through(refreshSession(auth))
      expect(auth.getSnapshot().gen).toBeGreaterThan(first.gen)
      await through(signOut(auth).catch(() => {}))
      expect(auth.getSnapshot().status).toBe('signedOut')
      auth.dispose()
    }
  })
})
