import { describe, expect, test } from 'vitest'
import type { SessionStore } from '../types/SessionStore.ts'
import { cloudreve } from '../providers/cloudreve/cloudreve.ts'
import { hourMs, later, startScripted } from '../session/testing/startScripted.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { accounts, startTako } from '../testing/startTako.ts'
import { getAuthToken } from './getAuthToken.ts'
import { getSession } from './getSession.ts'
import { restoreSession } from './restoreSession.ts'
import { signIn } from './signIn.ts'
import { signOut } from './signOut.ts'
import { startSession } from './startSession.ts'

const [one, other] = accounts

describe('signOut', () => {
  test('default', async () => {
    const { auth, platform } = startTako()
    await signIn(auth, { signer: one })
    await signOut(auth)
    expect(getSession(auth)).toMatchObject({
      status: 'signedOut',
      reason: 'user',
      error: undefined,
    })
    expect(auth.getSnapshot().token).toBeUndefined()
    await expect(getAuthToken(auth)).rejects.toMatchObject({ code: 'session/signed-out' })
    const before = platform.wakeUps()
    await platform.advance(100 * 3_600_000)
    expect(platform.wakeUps()).toBe(before)
  })

  test('behavior: done again, or with nobody there, it does nothing', async () => {
    const { auth } = startTako()
    await signOut(auth)
    await signIn(auth, { signer: one })
    await Promise.all([signOut(auth), signOut(auth)])
    await signOut(auth)
    expect(getSession(auth).status).toBe('signedOut')
  })

  test('parameters: account, reason', async () => {
    const { auth } = startTako()
    await signIn(auth, { signer: one })
    await signIn(auth, { signer: other })
    await signOut(auth, { account: one.address, reason: 'wallet-disconnected' })
    expect(getSession(auth, { account: one.address })).toMatchObject({
      status: 'signedOut',
      reason: 'wallet-disconnected',
    })
    expect(getSession(auth)).toMatchObject({ status: 'signedIn', account: other.address })
  })

  test('behavior: tells a provider that can be told, and does not mind if that fails', async () => {
    const { auth, controls, sent } = startTako({
      providers: [cloudreve({ baseUrl: 'http://localhost/api/v4' })],
    })
    const start = async () => {
      const tokens = await controls.issue('cloudreve')
      await startSession(auth, { tokens })
    }
    await start()
    await signOut(auth)
    expect(sent).toEqual(['DELETE /api/v4/session/token'])
    await start()
    controls.cloudreve.failNext('lost-request', { route: 'signOut' })
    await signOut(auth)
    expect(getSession(auth).status).toBe('signedOut')
  })

  test('behavior: a new sign-in of the same account begins anew', async () => {
    const { auth } = startTako()
    await signIn(auth, { signer: one })
    const { sid, gen } = auth.getSnapshot()
    await signOut(auth)
    await signIn(auth, { signer: one })
    const after = auth.getSnapshot()
    expect(after.sid).not.toBe(sid)
    expect(after.gen).toBeGreaterThan(gen)
  })
})

describe('signOut, where another tab has signed in anew and this one was not told', () => {
  async function open(read?: (kept: SessionStore) => SessionStore['read']) {
    const kept = await memoryStorage().open({ namespace: 'default', warn() {} })
    const platform = createTestPlatform()
    const start = (store: SessionStore) =>
      startScripted({ platform, storage: { name: 'kept', open: async () => store } })
    const mine = start(read ? { ...kept, read: read(kept) } : kept)
    const theirs = start(kept)
    await mine.start()
    await restoreSession(theirs.auth)
    await platform.advance(1)
    const signInAnew = async () => {
      const tokens = { accessToken: 'new', refreshToken: 'new-refresh', expiresInMs: hourMs }
      await startSession(theirs.auth, { account: 'me', tokens })
      await platform.advance(1)
    }
    const statuses = async () => {
      platform.tell('visible')
      await platform.advance(0)
      const reloaded = await restoreSession(start(kept).auth)
      return [mine.auth, theirs.auth].map((auth) => getSession(auth).status).concat(reloaded.status)
    }
    return { mine, theirs, platform, signInAnew, statuses }
  }

  test('behavior: the account is signed out, and the newest tokens are revoked', async () => {
    const { mine, signInAnew, statuses } = await open()
    await signInAnew()
    expect(await signOut(mine.auth)).toEqual({ revoked: true })
    expect(mine.revoked).toEqual(['new-refresh'])
    expect(await statuses()).toEqual(['signedOut', 'signedOut', 'signedOut'])
  })

  test('behavior: who signs in after it, while it is not stored yet, stays signed in', async () => {
    const held = later<void>()
    const { mine, platform, signInAnew, statuses } = await open((kept) => async (key) => {
      await held.promise
      return kept.read(key)
    })
    const leaving = signOut(mine.auth)
    await platform.advance(1)
    await signInAnew()
    held.resolve()
    await leaving
    expect(mine.revoked).toEqual(['refresh-0'])
    expect(await statuses()).toEqual(['signedIn', 'signedIn', 'signedIn'])
  })
})
