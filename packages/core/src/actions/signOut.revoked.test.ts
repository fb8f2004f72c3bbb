import { describe, expect, test } from 'vitest'
import { cloudreve } from '../providers/cloudreve/cloudreve.ts'
import { relayed } from '../providers/relayed/relayed.ts'
import { contextOf } from '../providers/testing/contextOf.ts'
import { later, startScripted } from '../session/testing/startScripted.ts'
import { signOut } from './signOut.ts'

const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 1 }

function startRevoking(revoke: (() => Promise<boolean>) | undefined) {
  const page = startScripted({ provider: { revoke } })
  const told: unknown[] = []
  page.auth.onEvent((event) => {
    if (event.type === 'signedOut') told.push(event.revoked)
  })
  return { ...page, told }
}

describe('signOut says what the provider knows', () => {
  test.each([
    ['confirmed', () => Promise.resolve(true), true],
    ['refused', () => Promise.resolve(false), false],
    [
      'an error, such as CORS',
      () => Promise.reject<never>(new TypeError('Failed to fetch')),
      false,
    ],
    ['no such call', undefined, 'unsupported'],
  ] as const)('default: %s', async (_, revoke, revoked) => {
    const { auth, start, told } = startRevoking(revoke as never)
    await start()
    expect(await signOut(auth)).toEqual({ revoked })
    expect(auth.getSnapshot().status).toBe('signedOut')
    expect(told).toEqual([revoked])
    expect(await signOut(auth)).toEqual({ revoked })
  })

  test('behavior: the session is over at once, and a silent provider is not waited for without end', async () => {
    const { auth, start, platform } = startRevoking(() => later<never>().promise)
    await start()
    const asked = signOut(auth)
    await platform.advance(0)
    expect(auth.getSnapshot().status).toBe('signedOut')
    await platform.advance(15_000)
    expect(await asked).toEqual({ revoked: false })
  })

  test('behavior: offline nothing is sent and nothing waited for', async () => {
    const { auth, start, platform, revoked } = startScripted()
    await start()
    platform.setOnline(false)
    expect(await signOut(auth)).toEqual({ revoked: false })
    expect(revoked).toEqual([])
    expect(auth.getSnapshot().status).toBe('signedOut')
  })

  test.each([
    ['code 0', { json: { code: 0 } }, true],
    ['a refusal at 200', { json: { code: 401, msg: 'no' } }, false],
    ['an error', { json: { code: 50001 } }, false],
    ['5xx', { json: { code: 0 }, status: 500 }, false],
    ['HTML', { text: '<html>' }, false],
  ])('parameters: cloudreve: %s', async (_, answer, revoked) => {
    const provider = cloudreve({ baseUrl: 'https://files.example' })
    expect(await provider.revoke?.(contextOf(answer), { tokens, account: 'a' })).toBe(revoked)
  })

  test.each([
    ['revoked', { json: { status: 'signedOut', revoked: true } }, true],
    ['not', { json: { status: 'signedOut', revoked: false } }, false],
    ['unsupported', { json: { status: 'signedOut', revoked: 'unsupported' } }, 'unsupported'],
    ['an error', { json: { code: 'provider/unavailable' }, status: 503 }, false],
    ['a relay that does not say', { json: { status: 'signedOut' } }, false],
  ])('parameters: relayed: %s', async (_, answer, revoked) => {
    const provider = relayed({ provider: 'mine', url: '/auth' })
    expect(await provider.revoke?.(contextOf(answer), { tokens, account: 'a' })).toBe(revoked)
  })
})
