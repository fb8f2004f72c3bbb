import { IDBFactory } from 'fake-indexeddb'
import type { Hex } from 'viem'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { getSession } from '../actions/getSession.ts'
import { signIn } from '../actions/signIn.ts'
import { warmUpRecovery } from '../signer/warmUpRecovery.ts'
import { vaultStorage } from '../storage/vaultStorage.ts'
import { accounts, startTako } from '../testing/startTako.ts'

const [one] = accounts
const never = new Promise<Hex>(() => {})

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** A page with the vault, whose wallet has its window open. */
async function startSigning() {
  const page = startTako({ storage: vaultStorage() })
  const open = vi.spyOn(indexedDB, 'open')
  const makeKey = vi.spyOn(crypto.subtle, 'generateKey')
  const transaction = vi.spyOn(
    Object.getPrototypeOf(await openOnce()) as IDBDatabase,
    'transaction',
  )
  open.mockClear()
  let answer: (signature: Hex) => void = () => {}
  let asked = ''
  const signing = signIn(page.auth, {
    signer: {
      address: one.address,
      signMessage: ({ message }) => {
        asked = message
        return new Promise<Hex>((resolve) => {
          answer = resolve
        })
      },
    },
  })
  await page.platform.advance(0)
  return {
    ...page,
    signing,
    makeKey,
    opened: () => open.mock.calls.length,
    ofKeys: () => transaction.mock.calls.filter(([store]) => store === 'keys').length,
    approve: async () => answer(await one.signMessage({ message: asked })),
  }
}

/** A database, for its class. */
function openOnce(): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    const request = indexedDB.open('another')
    request.onsuccess = () => resolve(request.result)
  })
}

test('behavior: the key is there before the wallet answers, and nothing is left to open after it', async () => {
  const page = await startSigning()
  // The cipher's code loads first.
  await vi.waitFor(() => expect(page.ofKeys()).toBe(2))
  expect(page.makeKey).toHaveBeenCalledTimes(1)
  await page.approve()
  await page.signing
  expect(getSession(page.auth).status).toBe('signedIn')
  expect(page.ofKeys()).toBe(2)
  // The client has opened the database at start.
  expect(page.opened()).toBe(0)
})

test('behavior: a key that exists is read, and none is made', async () => {
  const first = await startSigning()
  await first.approve()
  await first.signing
  vi.restoreAllMocks()
  const next = await startSigning()
  await next.approve()
  await next.signing
  expect(next.makeKey).not.toHaveBeenCalled()
  expect(next.ofKeys()).toBe(1)
  expect(next.opened()).toBe(0)
})

test('behavior: the recovery of a signature is warm before the wallet answers', async () => {
  const warmUpRecovery = vi.fn(async () => {})
  vi.resetModules()
  vi.doMock('../signer/warmUpRecovery.ts', () => ({ warmUpRecovery }))
  const { completeSignIn } = await import('./completeSignIn.ts')
  const page = startTako()
  const { address } = one
  const session = page.auth['~sessions'].controller('tako', address)
  const cancelled = new AbortController()
  const completing = completeSignIn(page.auth['~engine'], {
    session,
    provider: session.provider,
    signer: { address, signMessage: () => never },
    address,
    message: 'a message',
    signing: never,
    signal: cancelled.signal,
  } as never)
  expect(warmUpRecovery).toHaveBeenCalledTimes(1)
  cancelled.abort()
  await expect(completing).rejects.toMatchObject({ code: 'sign-in/cancelled' })
  vi.doUnmock('../signer/warmUpRecovery.ts')
  vi.resetModules()
})

test('behavior: what is recovered to warm up is a valid signature', async () => {
  await expect(warmUpRecovery()).resolves.toBeUndefined()
})
