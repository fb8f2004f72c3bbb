import {
  authFetch,
  createAuthClient,
  getAuthToken,
  memoryStorage,
  prepareSignIn,
  relayed,
  restoreSession,
  signIn,
  signOut,
  siwe,
} from '@takokit/core'
import { createRelay, siweIssuer } from '@takokit/relay'
import { betterAuth as createBetterAuth } from 'better-auth'
import { custom } from 'viem'
import { describe, expect, test } from 'vitest'
import { account, browse, openClient, origin, signer, site } from './browse.ts'
import * as accounts from './recipes/accounts/page.ts'
import { createServer } from './recipes/accounts/server.ts'
import * as betterAuth from './recipes/betterAuth/page.ts'
import { wallet } from './recipes/betterAuth/server.ts'

describe('better-auth, with its SIWE plugin', () => {
  function start() {
    const server = createBetterAuth({
      baseURL: origin,
      secret: 'a secret of thirty-two characters',
      trustedOrigins: [origin],
      telemetry: { enabled: false },
      rateLimit: { enabled: false },
      logger: { disabled: true },
      plugins: [wallet],
    })
    return browse((request) => server.handler(request))
  }

  test('signs in, calls, restores and signs out', async () => {
    const browser = start()
    const auth = openClient(betterAuth.options, browser.fetch)
    await prepareSignIn(auth)
    expect(await signIn(auth, { signer })).toMatchObject({ status: 'signedIn' })
    const response = await authFetch(auth, `${origin}/api/auth/get-session`)
    expect(await response.json()).toMatchObject({ user: { name: account.address } })
    await expect(getAuthToken(auth)).rejects.toMatchObject({ code: 'config/invalid' })
    auth.dispose()

    const reloaded = openClient(betterAuth.options, browser.fetch)
    expect(await restoreSession(reloaded)).toMatchObject({
      status: 'signedIn',
      account: account.address,
    })
    await signOut(reloaded)
    const after = openClient(betterAuth.options, browser.fetch)
    expect(await restoreSession(after)).toMatchObject({ status: 'signedOut' })
  })

  test('a nonce that the server does not know is replaced, and nothing is said', async () => {
    const browser = start()
    let isFirst = true
    const fetch: typeof browser.fetch = async (input, init) => {
      const response = await browser.fetch(input, init)
      const isNonce = String(input instanceof Request ? input.url : input).endsWith('/siwe/nonce')
      if (!isNonce || !isFirst) return response
      isFirst = false
      return Response.json({ nonce: 'neverissued1' })
    }
    const auth = openClient(betterAuth.options, fetch)
    expect(await signIn(auth, { signer })).toMatchObject({ status: 'signedIn' })
    expect(browser.sent.filter((call) => call.endsWith('/siwe/verify'))).toHaveLength(2)
  })
})

describe('accounts, Handler.auth', () => {
  const start = (options: Parameters<typeof createServer>[0] = {}) =>
    browse(
      createServer({
        ...options,
        // A chain on which the account has no configuration: its key's signature counts.
        transport: custom({ request: async () => `0x${'00'.repeat(32)}` }),
      }),
    )

  test('signs the message of the server, and holds its cookie', async () => {
    const browser = start()
    const auth = openClient(accounts.options, browser.fetch)
    expect(await signIn(auth, { signer })).toMatchObject({ status: 'signedIn' })
    expect((await authFetch(auth, `${origin}/auth/session`)).status).toBe(200)
    auth.dispose()
    const reloaded = openClient(accounts.options, browser.fetch)
    expect(await restoreSession(reloaded)).toMatchObject({ status: 'signedIn' })
    await signOut(reloaded)
    expect(browser.sent.at(-1)).toBe('POST /auth/logout')
    const after = openClient(accounts.options, browser.fetch)
    expect(await restoreSession(after)).toMatchObject({ status: 'signedOut' })
  })

  test('or its token', async () => {
    const browser = start({ cookie: false })
    const options = { ...accounts.options, session: 'token', lifetimeMs: 86_400_000 } as const
    const auth = openClient(options, browser.fetch)
    await signIn(auth, { signer })
    expect(await getAuthToken(auth)).toBeTruthy()
    expect((await authFetch(auth, `${origin}/auth/session`)).status).toBe(200)
    expect(browser.jar.size).toBe(0)
    await signOut(auth)
    expect(browser.sent.at(-1)).toBe('POST /auth/logout')
  })

  test('a message for another site is not signed', async () => {
    const browser = start()
    const options = { ...accounts.options, domain: 'other.example' }
    const asked: string[] = []
    const auth = openClient(options, browser.fetch)
    const careful = {
      ...signer,
      signMessage(given: { message: string }) {
        asked.push(given.message)
        return account.signMessage(given)
      },
    }
    await expect(signIn(auth, { signer: careful })).rejects.toMatchObject({
      code: 'config/invalid',
    })
    expect(asked).toEqual([])
  })
})

describe('the relay, with siweIssuer', () => {
  test('signs in, renews and signs out', async () => {
    const relay = createRelay({
      origin,
      providers: [
        siweIssuer({
          domain: 'dapp.example',
          statement: 'Sign in to the dapp.',
          chains: [1, 8453],
          signingKeys: {
            kty: 'OKP',
            crv: 'Ed25519',
            d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
            x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
          },
        }),
      ],
      secret: 'a secret of thirty-two characters',
      logger: () => {},
    })
    const browser = browse((request) => relay.fetch(request))
    const provider = relayed({ provider: siwe(site), url: `${origin}/auth` })
    const start = () =>
      createAuthClient({ providers: [provider], storage: memoryStorage(), fetch: browser.fetch })
    const auth = start()
    await prepareSignIn(auth)
    // The wallet is on a chain that the issuer does not take.
    const polygon = { ...signer, chainId: 137 }
    expect(await signIn(auth, { signer: polygon })).toMatchObject({ status: 'signedIn' })
    expect(await getAuthToken(auth)).toMatch(/^eyJ/)
    auth.dispose()
    const reloaded = start()
    expect(await restoreSession(reloaded)).toMatchObject({ account: account.address })
    await signOut(reloaded)
    expect(await restoreSession(start())).toMatchObject({ status: 'signedOut' })
  })
})
