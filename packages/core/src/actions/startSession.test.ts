import { describe, expect, test } from 'vitest'
import { relayed } from '../providers/relayed/relayed.ts'
import { accounts, startTako } from '../testing/startTako.ts'
import { getAuthToken } from './getAuthToken.ts'
import { getSession } from './getSession.ts'
import { signIn } from './signIn.ts'
import { startSession } from './startSession.ts'

const provider = 'talkstack'
const hour = 3_600_000
const jwt = (claims: object) => `h.${btoa(JSON.stringify(claims))}.s`

describe('startSession', () => {
  test('default: keeps the pair fresh from then on', async () => {
    const { auth, controls, platform, sent } = startTako()
    const tokens = await controls.issue('talkstack', { subject: 'ada' })
    const session = await startSession(auth, { provider, tokens })
    expect(session).toMatchObject({ provider, status: 'signedIn', address: undefined })
    expect(await getAuthToken(auth, { provider })).toBe(tokens.accessToken)
    await platform.advance(1.8 * hour)
    expect(sent).toEqual(['POST /auth/refresh-token'])
    expect(await getAuthToken(auth, { provider })).not.toBe(tokens.accessToken)
  })

  test.each([
    ['the token’s subject', jwt({ sub: 'lpua' }), 'lpua'],
    ['the token’s address', jwt({ address: '0xabc' }), '0xabc'],
    ['default, where it is opaque', 'opaque', 'default'],
  ])('parameters: account is %s where it is left out', async (_, accessToken, account) => {
    const { auth } = startTako()
    const session = await startSession(auth, {
      provider,
      tokens: { accessToken, refreshToken: 'r' },
    })
    expect(session.account).toBe(account)
  })

  test('parameters: account', async () => {
    const { auth } = startTako()
    const tokens = { accessToken: 'a', refreshToken: 'r' }
    await startSession(auth, { provider, account: 'work', tokens })
    await startSession(auth, { provider, account: 'home', tokens: { ...tokens, accessToken: 'b' } })
    expect(await getAuthToken(auth, { provider, account: 'work' })).toBe('a')
    expect(await getAuthToken(auth, { provider })).toBe('b')
  })

  test.each([
    ['expiresInMs', { accessToken: 'a', expiresInMs: hour }, hour],
    [
      'the token itself where more is said',
      { accessToken: jwt({ iat: 1_800_000_000, exp: 1_800_000_060 }), expiresInMs: hour },
      60_000,
    ],
    ['the token’s exp', { accessToken: jwt({ exp: 1_800_000_000 + 60 }) }, 60_000],
    ['the token’s exp in milliseconds', { accessToken: jwt({ exp: 1_800_000_060_000 }) }, 60_000],
    [
      'the provider’s usual where the clocks differ by years',
      { accessToken: jwt({ exp: 4e9 }) },
      2 * hour,
    ],
    [
      'the provider’s usual where no number is said',
      { accessToken: 'a', expiresInMs: Number.NaN },
      2 * hour,
    ],
    [
      'the provider’s usual where it cannot be one',
      { accessToken: 'a', expiresInMs: 1e12 },
      2 * hour,
    ],
    ['the provider’s usual', { accessToken: 'a' }, 2 * hour],
  ])('parameters: lifetime by %s', async (_, tokens, lifetimeMs) => {
    const { auth, platform } = startTako()
    await startSession(auth, { provider, tokens: { refreshToken: 'r', ...tokens } })
    expect(auth.getSnapshot({ provider }).expiresAt).toBe(platform.now() + lifetimeMs)
  })

  test('behavior: a pair that has expired by its own word is renewed at once', async () => {
    const { auth, controls, platform, sent } = startTako()
    const { refreshToken } = await controls.issue('talkstack')
    const accessToken = jwt({ exp: 1_700_000_000 })
    await startSession(auth, { provider, tokens: { accessToken, refreshToken } })
    await platform.advance(0)
    expect(sent).toEqual(['POST /auth/refresh-token'])
    expect(await getAuthToken(auth, { provider })).not.toBe(accessToken)
  })

  test.each([
    { accessToken: '', refreshToken: 'r' },
    { accessToken: 'a\nb', refreshToken: 'r' },
    { accessToken: '\u200ba', refreshToken: 'r' },
    { accessToken: 'a', refreshToken: '' },
    { accessToken: 'a', refreshToken: 7 as never },
    undefined as never,
    null as never,
  ])('behavior: a missing or unusable token is an error', async (tokens) => {
    const { auth } = startTako()
    await expect(startSession(auth, { provider, tokens })).rejects.toMatchObject({
      code: 'config/invalid',
    })
    expect(getSession(auth, { provider }).status).not.toBe('signedIn')
  })

  test.each(['lifetimeMs', 'expiresIn', 'expires_in', 'accountId', 'x'.repeat(1_000)])(
    'behavior: an unknown member is refused by its name: %.20s',
    async (name) => {
      const { auth } = startTako()
      const tokens = { accessToken: 'a', refreshToken: 'r', [name]: hour }
      const starting = startSession(auth, { provider, tokens })
      await expect(starting).rejects.toMatchObject({ code: 'config/invalid' })
      await expect(starting).rejects.toThrow(`and got \`${name.slice(0, 60)}\``)
      expect(getSession(auth, { provider }).status).not.toBe('signedIn')
    },
  )

  test('behavior: behind a relay sessions begin on the server', async () => {
    const { auth } = startTako({ providers: [relayed({ provider: 'cloud', url: '/auth' })] })
    const tokens = { accessToken: 'a', refreshToken: 'r' }
    await expect(startSession(auth, { tokens })).rejects.toThrow('begin on the server')
  })

  test('behavior: providers do not touch each other', async () => {
    const { auth } = startTako()
    await signIn(auth, { signer: accounts[0] })
    await startSession(auth, { provider, tokens: { accessToken: 'a', refreshToken: 'r' } })
    expect(getSession(auth)).toMatchObject({ provider: 'tako', status: 'signedIn' })
    expect(getSession(auth, { provider })).toMatchObject({ provider, status: 'signedIn' })
  })
})
