import { describe, expect, test } from 'vitest'
import { cloudreve } from '../providers/cloudreve/cloudreve.ts'
import { accounts, startTako } from '../testing/startTako.ts'
import { getAuthToken } from './getAuthToken.ts'
import { getSession } from './getSession.ts'
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
