import {
  createAuthClient,
  defineProvider,
  memoryStorage,
  signOut,
  startSession,
} from '@takokit/core'
import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { createBrowser, testOrigin } from '../testing/createBrowser.ts'
import { createWorld, readToken, testSecret } from '../testing/createWorld.ts'
import { until } from '../testing/until.ts'

const hourMs = 3_600_000
type Revoke = () => Promise<boolean | undefined>
const route = { route: 'signOut' } as const

async function signedIn(provider: 'cloudreve' | 'tako' = 'cloudreve') {
  const world = createWorld()
  const page = world.browser()
  await world.start(page, provider)
  await readToken(await page.post(`/auth/${provider}/token`))
  const { cloudreve } = world.controls
  return {
    ...world,
    page,
    cloudreve,
    isRevoked: () => cloudreve.counters().families[0]?.revoked === true,
    asked: () =>
      world.controls.log.entries().filter(({ route: name, phase }) => {
        return name === 'signOut' && phase === 'received'
      }).length,
  }
}

/** Lets the tasks that timers began continue until they wait again. */
async function settle() {
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
}

describe('what a sign-out says', () => {
  test('default: revoked', async () => {
    const { page, isRevoked } = await signedIn()
    const answer = await page.post('/auth/cloudreve/sign-out')
    expect(await answer.json()).toEqual({ status: 'signedOut', revoked: true })
    expect(isRevoked()).toBe(true)
  })

  test('default: a provider that cannot revoke', async () => {
    const { page } = await signedIn('tako')
    const answer = await page.post('/auth/tako/sign-out')
    expect(await answer.json()).toEqual({ status: 'signedOut', revoked: 'unsupported' })
  })

  test.each<[string, Revoke | undefined, number, unknown]>([
    ['true', async () => true, 200, true],
    ['true, of tokens that it no longer knew', async () => true, 404, true],
    ['false', async () => false, 200, false],
    ['nothing', async () => undefined, 204, true],
    ['nothing, and was refused', async () => undefined, 403, false],
    ['nothing, and the server failed', async () => undefined, 500, false],
    ['an exception', () => Promise.reject(new TypeError('broken')), 200, false],
    ['that it cannot', undefined, 200, 'unsupported'],
  ])(
    'behavior: a provider that says %s: page and relay say the same',
    async (_, word, status, revoked) => {
      const provider = defineProvider({
        name: 'api',
        origins: ['https://api.example'],
        refresh: async () => ({ type: 'ok', tokens: { accessToken: 'b', lifetimeMs: hourMs } }),
        revoke:
          word &&
          (async (context) => {
            await context.fetch('https://api.example/revoke', { method: 'POST' })
            return word()
          }),
      })
      const answer = async () => new Response(null, { status })
      const tokens = { accessToken: 'a', refreshToken: 'r', expiresInMs: hourMs }

      const relay = createRelay({
        providers: [provider],
        origin: testOrigin,
        secret: testSecret,
        logger: false,
        rateLimits: false,
        fetch: answer,
      })
      const page = createBrowser({ send: (request) => relay.fetch(request) })
      await createBrowser({
        jar: page.jar,
        send: (request) => relay.startSession(request, { provider: 'api', tokens }),
      }).post('/login')
      const said = await page.post('/auth/api/sign-out')
      expect(await said.json()).toEqual({ status: 'signedOut', revoked })
      await relay.close()

      const client = createAuthClient({
        providers: [provider],
        fetch: answer,
        storage: memoryStorage(),
      })
      await startSession(client, { provider: 'api', tokens })
      expect(await signOut(client, { provider: 'api' })).toEqual({ revoked })
      client.dispose()
    },
  )

  test('behavior: the provider takes its time: signed out here all the same, in time', async () => {
    const { page, cloudreve, time } = await signedIn()
    cloudreve.failNext('hang', route)
    const asking = page.post('/auth/cloudreve/sign-out')
    await until(() => cloudreve.hanging() === 1)
    time.advance(9_000)
    expect(await (await asking).json()).toEqual({ status: 'signedOut', revoked: false })
    expect(page.jar.size).toBe(0)
    cloudreve.release()
  })
})

describe('a revocation that could not be delivered', () => {
  test.each(['500', 'html', 'lost-request', '429'] as const)(
    'behavior: %s: tried again until it is',
    async (fault) => {
      const { page, cloudreve, time, isRevoked, asked, logs } = await signedIn()
      cloudreve.failNext({ type: fault } as { type: '500' }, { ...route, times: 3 })
      const answer = await page.post('/auth/cloudreve/sign-out')
      const { revoked } = (await answer.json()) as { revoked: unknown }
      expect(revoked).toBe(false)
      for (let round = 0; round < 8 && !isRevoked(); round++) {
        time.advance(30_000)
        await settle()
      }
      expect(isRevoked()).toBe(true)
      const before = asked()
      time.advance(hourMs)
      await settle()
      expect(asked()).toBe(before)
      expect(logs.some(({ event }) => event === 'revocation-dropped')).toBe(false)
    },
  )

  test.each(['seconds', 'date'] as const)(
    'behavior: nothing is sent within Retry-After (%s), for no session, and all is revoked then',
    async (retryAfterAs) => {
      const { page, cloudreve, time, asked, browser, start } = await signedIn()
      const other = browser()
      await start(other, 'cloudreve', { subject: 'bob' })
      cloudreve.failNext({ type: '429', retryAfterMs: 600_000, retryAfterAs }, route)
      await page.post('/auth/cloudreve/sign-out')
      expect(asked()).toBe(1)
      const answer = await other.post('/auth/cloudreve/sign-out')
      expect(await answer.json()).toEqual({ status: 'signedOut', revoked: false })
      for (let waitedMs = 0; waitedMs < 590_000; waitedMs += 10_000) {
        time.advance(10_000)
        await settle()
      }
      expect(asked()).toBe(1)
      for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 10_000) {
        time.advance(10_000)
        await settle()
      }
      expect(cloudreve.counters().families.map(({ revoked }) => revoked)).toEqual([true, true])
      expect(asked()).toBe(3)
    },
  )

  test('behavior: after a restart, by the process that comes then', async () => {
    const world = await signedIn()
    const { page, cloudreve, time, isRevoked, relay, relayOptions, browser } = world
    cloudreve.failNext({ type: '500' }, { ...route, times: 2 })
    await page.post('/auth/cloudreve/sign-out')
    await relay.close()
    time.advance(60_000)
    await settle()
    expect(isRevoked()).toBe(false)
    const next = createRelay(relayOptions)
    const any = browser()
    const { cookie } = any
    await next.fetch(
      new Request('https://dapp.example/auth/tako/token', {
        method: 'POST',
        headers: {
          origin: 'https://dapp.example',
          'content-type': 'application/json',
          'x-takokit': '1',
          cookie: cookie(),
        },
        body: '{"account":""}',
      }),
    )
    for (let round = 0; round < 4; round++) {
      time.advance(30_000)
      await settle()
    }
    // Its keys are derived by another thread.
    await until(isRevoked)
    expect(isRevoked()).toBe(true)
  })

  test('behavior: given up after an hour, which is logged', async () => {
    const { page, cloudreve, time, asked, logs } = await signedIn()
    cloudreve.failNext({ type: '500' }, { ...route, times: 1_000 })
    await page.post('/auth/cloudreve/sign-out')
    const dropped = () => logs.filter(({ event }) => event === 'revocation-dropped')
    for (let minute = 0; minute < 59; minute++) {
      time.advance(60_000)
      await settle()
    }
    expect(dropped()).toEqual([])
    const tries = asked()
    expect(tries).toBeGreaterThan(8)
    // Backs off: fewer than one a minute.
    expect(tries).toBeLessThan(25)
    time.advance(600_000)
    await settle()
    expect(dropped()).toMatchObject([{ level: 'error', provider: 'cloudreve' }])
    const last = asked()
    time.advance(hourMs)
    await settle()
    expect(asked()).toBe(last)
  })

  test('behavior: what lies in the store is sealed', async () => {
    const world = await signedIn()
    const { store } = world.relayOptions
    const { page, cloudreve } = world
    const { accessToken } = await readToken(await page.post('/auth/cloudreve/token'))
    cloudreve.failNext({ type: '500' }, { ...route, times: 2 })
    await page.post('/auth/cloudreve/sign-out')
    const keys = ['revocations:cloudreve', 'revocations:dapp.example/auth:cloudreve']
    const rows = await Promise.all(keys.map(async (key) => store?.read(key)))
    const [value = ''] = rows.flatMap((row) => (row ? [row.value] : []))
    expect(JSON.parse(value)).toHaveLength(1)
    expect(value).not.toContain(accessToken)
  })
})
