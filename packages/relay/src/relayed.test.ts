import {
  authFetch,
  type AuthStorage,
  createAuthClient,
  getAuthToken,
  memoryStorage,
  refreshSession,
  relayed,
  restoreSession,
  signIn,
  signOut,
  type TokenProvider,
} from '@takokit/core'
import { type ProviderName, providerNames } from '@takokit/emulator'
import { describe, expect, test } from 'vitest'
import type { TestBrowser } from './testing/createBrowser.ts'
import { account, allProviders, createWorld } from './testing/createWorld.ts'
import { until } from './testing/until.ts'

/** A page's client: every provider behind the relay, by the change of one line. */
function createPage(
  browser: Pick<TestBrowser, 'fetch'>,
  onWarning: (message: string) => void = () => {},
  storage: AuthStorage = memoryStorage(),
) {
  const client = createAuthClient<ProviderName>({
    providers: allProviders().map((provider: TokenProvider<ProviderName>) =>
      relayed({ provider, url: 'https://dapp.example/auth' }),
    ),
    storage,
    fetch: browser.fetch,
    timing: { confirmDelayMs: { valid: 0, expired: 0 }, backoffBaseMs: 1, backoffMaxMs: 1 },
    onWarning,
  })
  return client
}

describe.each(providerNames)('%s through the relay, by the client of @takokit/core', (provider) => {
  test('default: a session that began on the server is found, kept fresh, and ended', async () => {
    const world = createWorld()
    const browser = world.browser()
    const { accessToken } = await world.start(browser, provider)
    const page = createPage(browser)
    expect(await restoreSession(page, { provider })).toMatchObject({ status: 'signedIn' })
    expect(await getAuthToken(page, { provider })).toBe(accessToken)
    world.time.advance(60_000)
    await refreshSession(page, { provider })
    const renewed = await getAuthToken(page, { provider })
    expect(renewed).not.toBe(accessToken)
    expect(world.controls[provider].counters()).toMatchObject({ requests: 1, rotations: 1 })

    // A reload sends nothing upstream.
    const reloaded = createPage(browser)
    await restoreSession(reloaded, { provider })
    expect(await getAuthToken(reloaded, { provider })).toBe(renewed)
    expect(world.controls[provider].counters()).toMatchObject({ requests: 1 })

    await signOut(reloaded, { provider })
    expect(browser.jar.size).toBe(0)
    const after = createPage(browser)
    expect(await restoreSession(after, { provider })).toMatchObject({ status: 'signedOut' })
  })

  test('behavior: two tabs renew at once: one request upstream', async () => {
    const world = createWorld({}, { [provider]: { reuse: 'strict' } })
    const browser = world.browser()
    await world.start(browser, provider)
    const tabs = [createPage(browser), createPage(browser)]
    for (const tab of tabs) await restoreSession(tab, { provider })
    world.time.advance(60_000)
    await Promise.all(tabs.map((tab) => refreshSession(tab, { provider })))
    const tokens = await Promise.all(tabs.map((tab) => getAuthToken(tab, { provider })))
    expect(new Set(tokens).size).toBe(1)
    expect(world.controls[provider].counters()).toMatchObject({ requests: 1, reuses: 0 })
  })

  test('behavior: refused: confirmed once upstream, and the session ends in the page', async () => {
    const world = createWorld()
    const browser = world.browser()
    await world.start(browser, provider)
    const page = createPage(browser)
    await restoreSession(page, { provider })
    world.controls[provider].revoke('all')
    await expect(refreshSession(page, { provider })).rejects.toMatchObject({
      code: 'session/refresh-refused',
    })
    expect(page.getSnapshot({ provider }).status).toBe('signedOut')
    expect(world.controls[provider].counters().requests).toBe(2)
  })

  test('behavior: a busy upstream signs nobody out', async () => {
    const world = createWorld()
    const browser = world.browser()
    await world.start(browser, provider)
    const page = createPage(browser)
    await restoreSession(page, { provider })
    world.controls[provider].failNext({ type: '429', retryAfterMs: 5_000 })
    await expect(refreshSession(page, { provider })).rejects.toMatchObject({
      code: 'provider/throttled',
      retryAfterMs: 5_000,
    })
    expect(page.getSnapshot({ provider }).status).toBe('signedIn')
  })
})

test('parameters: isRefused: a call that the private cloud refuses at HTTP 200 is repeated with a new token', async () => {
  const world = createWorld({}, { privateCloud: { failsInEnvelope: true } })
  const browser = world.browser()
  await world.start(browser, 'privateCloud')
  const isUpstream = (input: string | URL | Request) =>
    String(input instanceof Request ? input.url : input).startsWith('https://cloud.example.com')
  const page = createAuthClient({
    providers: [
      relayed({
        provider: 'privateCloud',
        url: 'https://dapp.example/auth',
        origins: ['https://cloud.example.com'],
        async isRefused(response) {
          const { success } = (await response.clone().json()) as { success?: boolean }
          return response.status === 401 || success === false
        },
      }),
    ],
    storage: memoryStorage(),
    fetch: (input, init) => (isUpstream(input) ? world.emulator : browser).fetch(input, init),
  })
  await restoreSession(page)
  world.controls.privateCloud.expireAccess()
  const response = await authFetch(page, 'https://cloud.example.com/api/userInfo.do')
  expect(await response.json()).toHaveProperty('username')
  expect(world.controls.privateCloud.counters()).toMatchObject({ rotations: 1 })
})

test('default: Tako’s sign-in: the exchange goes through the relay, the refresh token stays there', async () => {
  const world = createWorld()
  const browser = world.browser()
  const seen: string[] = []
  const watching: TestBrowser = {
    ...browser,
    async fetch(input, init) {
      const response = await browser.fetch(input, init)
      seen.push(await response.clone().text())
      return response
    },
  }
  const page = createPage(watching)
  world.time.advance(Date.now() - world.time.now())
  const signer = account()
  const session = await signIn(page, { provider: 'tako', signer })
  expect(session).toMatchObject({ status: 'signedIn', account: signer.address })
  await refreshSession(page, { provider: 'tako' })
  expect(seen).toHaveLength(2)
  for (const text of seen) {
    const [, payload = ''] = (JSON.parse(text) as { accessToken: string }).accessToken.split('.')
    expect(JSON.parse(atob(payload))).toMatchObject({ type: 'token' })
    expect(text).not.toMatch(/refresh/i)
  }
  await signOut(page, { provider: 'tako' })
  expect(browser.jar.size).toBe(0)
})

test('behavior: a signature that Tako refuses says so, with Tako’s own words', async () => {
  const world = createWorld()
  const page = createPage(world.browser())
  world.time.advance(Date.now() - world.time.now())
  const { address, signMessage } = account(1)
  const forger = { address: account().address, signMessage }
  expect(address).not.toBe(forger.address)
  await expect(signIn(page, { provider: 'tako', signer: forger })).rejects.toMatchObject({
    code: 'provider/signature-refused',
  })
})

describe('a session that has just begun does not vanish without a word', () => {
  /** Signs in by a browser that keeps cookies until it is told not to. */
  async function signedIn(keepsCookies: boolean) {
    const world = createWorld()
    const browser = world.browser()
    const warnings: string[] = []
    const page = createPage(browser, (message) => warnings.push(message))
    world.time.advance(Date.now() - world.time.now())
    await signIn(page, { provider: 'tako', signer: account() })
    if (!keepsCookies) browser.jar.clear()
    return { world, browser, page, warnings, startedAt: Date.now() }
  }
  const dropped = {
    code: 'config/invalid',
    message: expect.stringContaining('the browser did not keep it'),
    cause: { code: 'session/signed-out' },
  }

  test('behavior: a browser that drops the cookie: the next call says so', async () => {
    const { page, warnings } = await signedIn(false)
    await expect(refreshSession(page, { provider: 'tako' })).rejects.toMatchObject(dropped)
    expect(page.getSnapshot({ provider: 'tako' })).toMatchObject({
      status: 'signedOut',
      error: dropped,
    })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('the browser did not keep it')
  })

  test('behavior: ended elsewhere, with its cookie or after it was renewed: signed out, and nothing is wrong', async () => {
    const ended = await signedIn(true)
    await ended.world.browser(new Map(ended.browser.jar)).post('/auth/tako/sign-out')
    const cleared = await signedIn(true)
    // The page's clock is the real one: its next request is later.
    const { startedAt } = cleared
    await until(() => Date.now() > startedAt)
    cleared.world.time.advance(60_000)
    await refreshSession(cleared.page, { provider: 'tako' })
    cleared.browser.jar.clear()
    for (const { page, warnings } of [ended, cleared]) {
      await expect(refreshSession(page, { provider: 'tako' })).rejects.toMatchObject({
        code: 'session/signed-out',
      })
      expect(warnings).toEqual([])
    }
  })
})

describe('a sign-out that the relay did not hear', () => {
  test.each(['by a wallet', 'on the server'])(
    'behavior: a session that began %s stays over after a reload, and the relay is told then',
    async (how) => {
      const world = createWorld()
      world.time.advance(Date.now() - world.time.now())
      const browser = world.browser()
      let isOnline = true
      const network = {
        async fetch(...request: Parameters<TestBrowser['fetch']>) {
          if (!isOnline) throw new TypeError('Failed to fetch')
          return browser.fetch(...request)
        },
      }
      const opened = await memoryStorage().open({ namespace: 'default', warn() {} })
      const storage = { name: 'kept', open: async () => opened }
      const load = () => createPage(network, () => {}, storage)
      const provider = 'tako'
      const page = load()
      if (how === 'by a wallet') await signIn(page, { provider, signer: account() })
      else {
        await world.start(browser, provider)
        await restoreSession(page, { provider })
      }
      expect(page.getSnapshot({ provider }).status).toBe('signedIn')
      await refreshSession(page, { provider })
      isOnline = false
      await signOut(page, { provider })
      page.dispose()
      isOnline = true
      const reloaded = load()
      await restoreSession(reloaded, { provider })
      expect(reloaded.getSnapshot({ provider }).status).toBe('signedOut')
      await until(() => browser.jar.size === 0)
      reloaded.dispose()
      // Somebody who signs in again is signed in.
      await world.start(browser, provider)
      const again = load()
      await restoreSession(again, { provider })
      expect(again.getSnapshot({ provider }).status).toBe('signedIn')
      again.dispose()
    },
  )
})
