import { describe, expect, test } from 'vitest'
import { authFetch } from '../../actions/authFetch.ts'
import { cancelSignIn } from '../../actions/cancelSignIn.ts'
import { getAuthToken } from '../../actions/getAuthToken.ts'
import { getSession } from '../../actions/getSession.ts'
import { prepareSignIn } from '../../actions/prepareSignIn.ts'
import { restoreSession } from '../../actions/restoreSession.ts'
import { signIn } from '../../actions/signIn.ts'
import { signOut } from '../../actions/signOut.ts'
import { createAuthClient } from '../../createAuthClient.ts'
import { parseSiweMessage } from '../../message/siwe/parseSiweMessage.ts'
import { memoryStorage } from '../../storage/memoryStorage.ts'
import { createSiweBackend } from '../../testing/createSiweBackend.ts'
import type { AuthStorage } from '../../types/SessionStore.ts'
import { createTestPlatform } from '../../testing/createTestPlatform.ts'
import { accounts } from '../../testing/startTako.ts'
import { siwe } from './siwe.ts'
import type { SiweOptions } from './SiweOptions.ts'

const [one, other] = accounts
const site = { domain: 'dapp.example', uri: 'https://dapp.example' }

await siwe().prepare?.()

function start({ session = 'token', ...options }: Partial<SiweOptions> = {}) {
  const network = { isUp: true }
  const platform = createTestPlatform({
    async fetch(input, init) {
      if (!network.isUp) throw new TypeError('Failed to fetch')
      return backend.fetch(new Request(input, init))
    },
  })
  const backend = createSiweBackend({ session, now: platform.now })
  const open = (storage: AuthStorage = memoryStorage()) =>
    createAuthClient({
      providers: [siwe({ url: 'https://dapp.example/auth', session, ...site, ...options })],
      storage,
      platform,
    })
  return { auth: open(), open, platform, backend, network }
}

/** A wallet that keeps what it signed. */
function wallet(account: (typeof accounts)[number] = one) {
  const asked: string[] = []
  return {
    asked,
    signer: {
      address: account.address,
      chainId: 10,
      signMessage(parameters: { message: string }) {
        asked.push(parameters.message)
        return account.signMessage(parameters)
      },
    },
  }
}

describe('siwe', () => {
  test('default: challenge, message, signature, tokens, refresh', async () => {
    const { auth, backend } = start({ statement: 'Sign in.', expiresInMs: 60_000 })
    const { signer, asked } = wallet()
    const session = await signIn(auth, { signer })
    expect(session).toMatchObject({ status: 'signedIn', address: one.address })
    expect(parseSiweMessage(asked[0] ?? '')).toMatchObject({
      domain: 'dapp.example',
      uri: 'https://dapp.example',
      statement: 'Sign in.',
      chainId: 10n,
      address: one.address,
    })
    expect(await getAuthToken(auth)).toMatch(/^access-/)
    expect((await authFetch(auth, 'https://dapp.example/api/me')).status).toBe(200)
    backend.expireAccess()
    expect((await authFetch(auth, 'https://dapp.example/api/me')).status).toBe(200)
    expect(backend.sent).toEqual([
      'POST /auth/challenge',
      'POST /auth/verify',
      'GET /api/me',
      'GET /api/me',
      'POST /auth/refresh',
      'GET /api/me',
    ])
  })

  test('parameters: resources, expiresInMs, chainId', async () => {
    const resources = ['https://dapp.example/terms']
    const { auth } = start({ resources, expiresInMs: 60_000, chainId: 1 })
    const { signer, asked } = wallet()
    await signIn(auth, { signer })
    const fields = parseSiweMessage(asked[0] ?? '')
    expect(fields).toMatchObject({ resources, chainId: 1n })
    expect(Number(fields.expirationTime) - Number(fields.issuedAt)).toBe(60_000)
  })

  test('behavior: with a challenge at hand, the wallet is asked in the same task and nothing is requested', async () => {
    const { auth, backend } = start()
    await prepareSignIn(auth)
    const before = backend.sent.length
    const { signer, asked } = wallet()
    const signing = signIn(auth, { signer })
    expect(asked).toHaveLength(1)
    expect(backend.sent).toHaveLength(before)
    expect(await signing).toMatchObject({ status: 'signedIn' })
  })

  test('behavior: one request for many who prepare, and none while it can be used', async () => {
    const { auth, backend, platform } = start()
    await Promise.all([prepareSignIn(auth), prepareSignIn(auth), prepareSignIn(auth)])
    await prepareSignIn(auth)
    expect(backend.sent).toEqual(['POST /auth/challenge'])
    // Before it expires it is replaced, some times and not for ever.
    await platform.advance(290_000)
    expect(backend.sent).toHaveLength(2)
    await platform.advance(3_600_000)
    expect(backend.sent).toHaveLength(3)
  })

  test('behavior: nothing is requested by a client that was disposed of', async () => {
    const { auth, backend, platform } = start()
    await prepareSignIn(auth)
    auth.dispose()
    await platform.advance(3_600_000)
    expect(backend.sent).toEqual(['POST /auth/challenge'])
  })

  test('behavior: a wallet that refuses leaves the challenge for the next attempt', async () => {
    const { auth, backend } = start()
    const refusing = { ...wallet().signer, signMessage: () => Promise.reject({ code: 4001 }) }
    await expect(signIn(auth, { signer: refusing })).rejects.toMatchObject({
      code: 'wallet/rejected',
    })
    await signIn(auth, { signer: wallet().signer })
    expect(backend.sent).toEqual(['POST /auth/challenge', 'POST /auth/verify'])
  })

  test('behavior: an expired challenge is requested anew once, and nothing is said', async () => {
    const { auth, backend } = start()
    await prepareSignIn(auth)
    backend.expireChallenges()
    const { signer, asked } = wallet()
    const errors = new Set<unknown>()
    auth.subscribe(() => errors.add(auth.getSnapshot().error))
    expect(await signIn(auth, { signer })).toMatchObject({ status: 'signedIn' })
    expect(asked).toHaveLength(2)
    expect([...errors]).toEqual([undefined])
    const nonces = asked.map((text) => parseSiweMessage(text).nonce)
    expect(new Set(nonces).size).toBe(2)
  })

  test('behavior: a challenge that is refused twice is an error', async () => {
    const { auth, backend } = start()
    await prepareSignIn(auth)
    const { signer, asked } = wallet()
    const breaking = {
      ...signer,
      signMessage(parameters: { message: string }) {
        backend.expireChallenges()
        return signer.signMessage(parameters)
      },
    }
    await expect(signIn(auth, { signer: breaking })).rejects.toMatchObject({
      code: 'provider/message-expired',
    })
    expect(asked).toHaveLength(2)
  })

  test('behavior: a wallet whose window needs a tap is not asked a second time, and the next tap finds a challenge', async () => {
    const { auth, backend } = start()
    await prepareSignIn(auth)
    backend.expireChallenges()
    const { signer, asked } = wallet()
    const popup = { ...signer, needsTap: true }
    await expect(signIn(auth, { signer: popup })).rejects.toMatchObject({
      code: 'provider/message-expired',
    })
    expect(asked).toHaveLength(1)
    const signing = signIn(auth, { signer: popup })
    expect(asked).toHaveLength(2)
    await signing
  })

  test('behavior: without a challenge at hand, a wallet whose window needs a tap is asked at the next one, and not later', async () => {
    const { auth, backend } = start()
    const { signer, asked } = wallet()
    const popup = { ...signer, needsTap: true }
    await expect(signIn(auth, { signer: popup })).rejects.toMatchObject({
      code: 'provider/message-expired',
    })
    expect(asked).toHaveLength(0)
    const signing = signIn(auth, { signer: popup })
    expect(asked).toHaveLength(1)
    expect(await signing).toMatchObject({ status: 'signedIn' })
    expect(backend.sent).toEqual(['POST /auth/challenge', 'POST /auth/verify'])
  })

  test('behavior: cancelled while its challenge is awaited', async () => {
    const { auth } = start()
    const { signer, asked } = wallet()
    const signing = signIn(auth, { signer })
    cancelSignIn(auth)
    await expect(signing).rejects.toMatchObject({ code: 'sign-in/cancelled' })
    expect(asked).toHaveLength(0)
  })

  test('behavior: an answer that was lost burns the challenge, and the sign-in goes on with another', async () => {
    const { auth, backend, platform } = start()
    backend.failNext(async (_, answer) => {
      await answer()
      throw new TypeError('Failed to fetch')
    })
    const { signer, asked } = wallet()
    const signing = signIn(auth, { signer })
    await platform.advance(10_000)
    expect(await signing).toMatchObject({ status: 'signedIn' })
    expect(asked).toHaveLength(2)
  })

  test('behavior: another account’s signature is refused, and not tried again', async () => {
    const { auth } = start()
    const { signer, asked } = wallet()
    const wrong = { ...signer, hasCode: async () => false, signMessage: other.signMessage }
    await expect(signIn(auth, { signer: wrong })).rejects.toMatchObject({
      code: 'wallet/wrong-account',
    })
    expect(asked).toHaveLength(0)
  })

  test.each([
    [
      'a statement that the grammar refuses',
      { statement: 'Say "yes"' },
      'message/invalid',
      '`"` at character 5',
    ],
    ['a resource that is no URI', { resources: ['doors'] }, 'message/invalid', 'resource'],
  ] as const)(
    'behavior: %s is refused before a wallet is asked',
    async (_, options, code, text) => {
      const { auth } = start(options)
      const { signer, asked } = wallet()
      await expect(signIn(auth, { signer })).rejects.toMatchObject({
        code,
        message: expect.stringContaining(text) as string,
      })
      expect(asked).toEqual([])
    },
  )

  test('behavior: no challenge, no prompt', async () => {
    const { auth } = start({ endpoints: { challenge: '/nowhere' } })
    const { signer, asked } = wallet()
    await expect(signIn(auth, { signer })).rejects.toMatchObject({ code: 'provider/bad-request' })
    expect(asked).toEqual([])
  })
})

describe('siwe: session: cookie', () => {
  test('default: no token in the page, the cookie goes with each call', async () => {
    const { auth, backend } = start({ session: 'cookie' })
    await signIn(auth, { signer: wallet().signer })
    expect(backend.hasCookie()).toBe(true)
    expect(auth.getSnapshot()).toMatchObject({ status: 'signedIn', token: undefined })
    expect((await authFetch(auth, 'https://dapp.example/api/me')).status).toBe(200)
    await expect(getAuthToken(auth)).rejects.toMatchObject({
      code: 'config/invalid',
      message: expect.stringContaining('authFetch') as string,
    })
  })

  test('behavior: a reload restores by asking once', async () => {
    const { auth, open, backend } = start({ session: 'cookie' })
    await signIn(auth, { signer: wallet().signer })
    auth.dispose()
    backend.sent.length = 0
    const reloaded = open()
    expect(await restoreSession(reloaded)).toMatchObject({
      status: 'signedIn',
      account: one.address,
    })
    expect((await authFetch(reloaded, 'https://dapp.example/api/me')).status).toBe(200)
    expect(backend.sent).toEqual(['GET /auth/session', 'GET /api/me'])
  })

  test('behavior: without a cookie, a reload asks once and is signed out', async () => {
    const { auth, backend, platform } = start({ session: 'cookie' })
    await platform.advance(0)
    expect(getSession(auth)).toMatchObject({ status: 'signedOut', error: undefined })
    expect(backend.sent).toEqual(['GET /auth/session'])
  })

  test('behavior: a 401 is a refusal: confirmed once, and the session ends', async () => {
    const { auth, backend, platform } = start({ session: 'cookie' })
    await signIn(auth, { signer: wallet().signer })
    backend.sent.length = 0
    backend.revokeAll()
    const calling = authFetch(auth, 'https://dapp.example/api/me')
    await platform.advance(30_000)
    expect((await calling).status).toBe(401)
    expect(getSession(auth)).toMatchObject({ status: 'signedOut', reason: 'refresh-refused' })
    expect(backend.sent.filter((call) => call === 'GET /auth/session')).toHaveLength(2)
  })

  test('behavior: a 401 of one call, while the session is there, is repeated once', async () => {
    const { auth, backend } = start({ session: 'cookie' })
    await signIn(auth, { signer: wallet().signer })
    backend.expireAccess()
    expect((await authFetch(auth, 'https://dapp.example/api/me')).status).toBe(200)
  })

  test('behavior: a sign-out that the backend did not hear stays one after a reload, and is delivered then', async () => {
    const { open, backend, network } = start({ session: 'cookie' })
    const opened = await memoryStorage().open({ namespace: 'default', warn() {} })
    const storage = { name: 'kept', open: async () => opened }
    const page = open(storage)
    await signIn(page, { signer: wallet().signer })
    network.isUp = false
    await signOut(page)
    page.dispose()
    network.isUp = true
    const reloaded = open(storage)
    expect(await restoreSession(reloaded)).toMatchObject({ status: 'signedOut' })
    expect(backend.sent).toContain('POST /auth/sign-out')
    expect(
      await backend.fetch('https://dapp.example/auth/session', { credentials: 'include' }),
    ).toMatchObject({ status: 401 })
    await signIn(reloaded, { signer: wallet().signer })
    reloaded.dispose()
    const again = open(storage)
    expect(await restoreSession(again)).toMatchObject({ status: 'signedIn' })
    expect(backend.sent.filter((call) => call === 'POST /auth/sign-out')).toHaveLength(1)
  })

  test('behavior: signing out asks the backend', async () => {
    const { auth, backend } = start({ session: 'cookie' })
    await signIn(auth, { signer: wallet().signer })
    await signOut(auth)
    expect(backend.sent).toContain('POST /auth/sign-out')
    expect(
      await backend.fetch('https://dapp.example/auth/session', { credentials: 'include' }),
    ).toMatchObject({ status: 401 })
  })
})
