import { createTakoMessage, tako } from '@takokit/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCookieNames } from '../config/createCookieNames.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { account, createWorld, readProblem, readToken, testSecret } from '../testing/createWorld.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import type { RelayStore } from '../types/RelayStore.ts'
import type { SessionRow } from '../types/SessionRow.ts'

const otherSecret = 'another-sealing-secret-9876543210-fedcba'
const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

type World = ReturnType<typeof createWorld>

/** One browser and two relays: cookies ignore the port, and `__Host-` allows no path. */
function open(
  world: World,
  { jar, basePath = '/auth' }: { jar: Map<string, string>; basePath?: string },
) {
  const { origin } = world.relayOptions
  const visit = (send: (request: Request) => Promise<Response>) =>
    createBrowser({ jar, origin: String(origin), send })
  return {
    async login(subject: string) {
      const { accessToken, refreshToken, expiresInMs } = await world.controls.issue('cloudreve', {
        subject,
      })
      const tokens = { accessToken, refreshToken, expiresInMs }
      const provider = 'cloudreve'
      await visit((request) => world.relay.startSession(request, { provider, tokens })).post(
        '/login',
      )
    },
    async subject(): Promise<string | undefined> {
      const page = visit((request) => world.relay.fetch(request))
      const answer = await page.post(`${basePath}/cloudreve/token`, { account: '', probe: true })
      return ((await answer.json()) as { subject?: string }).subject
    },
    signOut: () =>
      visit((request) => world.relay.fetch(request)).post(`${basePath}/cloudreve/sign-out`),
  }
}

describe.each(['cookie', 'store'] as const)(
  'two dapps in one browser, tokens in the %s',
  (tokensIn) => {
    const neighbours: [string, Partial<RelayOptions>, Partial<RelayOptions>][] = [
      ['two ports', { origin: 'http://localhost:3000' }, { origin: 'http://localhost:3001' }],
      ['http and https', { origin: 'http://localhost' }, { origin: 'https://localhost' }],
      ['two paths', { basePath: '/a/auth' }, { basePath: '/b/auth' }],
      ['the default path and another', {}, { basePath: '/shop/auth' }],
      ['a path with the number of a chunk', { basePath: '/a' }, { basePath: '/a.1' }],
      ['the root and a path', { basePath: '' }, { basePath: '/auth' }],
      ['names of their own', { cookieName: 'shop' }, { cookieName: '__Host-blog' }],
      ['frames and none', {}, { partitionedCookies: true }],
    ]
    test.each(
      neighbours.flatMap(([name, one, two]) =>
        [testSecret, otherSecret].map((secret) => ({ name, one, two, secret })),
      ),
    )('behavior: $name, secret $secret', async ({ one, two, secret }) => {
      const jar = new Map<string, string>()
      const here = createWorld({ tokensIn, ...one } as never)
      const there = createWorld({ tokensIn, ...two, secret } as never)
      const [a, b] = [open(here, { jar, ...one } as never), open(there, { jar, ...two } as never)]
      await a.login('alice')
      expect(await b.subject()).toBeUndefined()
      await b.login('bob')
      expect([await a.subject(), await b.subject()]).toEqual(['alice', 'bob'])
      expect((await b.signOut()).status).toBe(200)
      expect([await a.subject(), await b.subject()]).toEqual(['alice', undefined])
    })

    test('behavior: a cookie that is carried over opens nothing, whatever it is called there', async () => {
      for (const two of [
        { origin: 'https://other.example' },
        { origin: 'https://dapp.example:8443' },
        { basePath: '/other' },
      ]) {
        const store = memoryStore()
        const here = createWorld({ tokensIn, store, cookieName: 'same' })
        const there = createWorld({ tokensIn, store, cookieName: 'same', ...two })
        const jar = new Map<string, string>()
        await open(here, { jar }).login('alice')
        expect(jar.size).toBe(1)
        expect(await open(there, { jar, ...two }).subject()).toBeUndefined()
        expect(await open(here, { jar }).subject()).toBe('alice')
      }
    })
  },
)

test('behavior: no two relays of one host have a cookie of one name, nor a chunk of the other’s', () => {
  const segment = fc.stringMatching(/^[\w.~-]{1,4}$/).filter((text) => !/^\.+$/.test(text))
  const relay = fc.record({
    origin: fc.constantFrom(
      'https://a.example',
      'https://a.example:1',
      'https://a.example:80',
      'http://localhost',
      'http://localhost:443',
      'http://localhost:11',
    ),
    basePath: fc
      .array(segment, { maxLength: 3 })
      .map((parts) => parts.map((one) => `/${one}`).join('')),
    provider: fc.stringMatching(/^[\w-]{1,4}$/),
    partitionedCookies: fc.boolean(),
  })
  interface Relay {
    origin: string
    basePath: string
    provider: string
    partitionedCookies: boolean
  }
  function all({ provider, ...options }: Relay): string[] {
    const name = createCookieNames({ ...options, cookieName: undefined })(provider)
    return [name, ...Array.from({ length: 9 }, (_, index) => `${name}.${index + 1}`)]
  }
  fc.assert(
    fc.property(relay, relay, (one, two) => {
      fc.pre(new URL(one.origin).hostname === new URL(two.origin).hostname)
      fc.pre(JSON.stringify(one) !== JSON.stringify(two))
      const taken = new Set(all(one))
      expect(all(two).filter((name) => taken.has(name))).toEqual([])
      // All servers and proxies accept it (RFC 9110, 5.6.2).
      for (const name of taken) expect(name).toMatch(/^[\w!#$%&'*+.^`|~-]+$/)
    }),
    { numRuns: 5_000, seed: 20_261_126 },
  )
})

/** A store whose rows can be read and changed, as by an attacker on its machine. */
function openStore() {
  const rows = new Map<string, string>()
  const inner = memoryStore()
  const store: RelayStore = {
    ...inner,
    async write(key, row) {
      const isWritten = await inner.write(key, row)
      if (isWritten) rows.set(key, row.value)
      return isWritten
    },
  }
  const sessions = () => [...rows].filter(([key]) => key.startsWith('session:'))
  async function overwrite(key: string, value: string) {
    const expected = (await inner.read(key))?.rev
    await inner.write(key, { expected, rev: 'forged', value, ttlMs: 60_000 })
  }
  return { store, sessions, overwrite }
}

describe.each(['cookie', 'store'] as const)(
  'what lies in the store, tokens in the %s',
  (tokensIn) => {
    test('behavior: is no cookie, for whoever can read it', async () => {
      const { store, sessions } = openStore()
      const world = createWorld({ tokensIn, store })
      const victim = world.browser()
      await world.start(victim, 'tako')
      const { handle } = await readToken(await token(victim))
      await token(victim, handle)
      const sealed = sessions().flatMap(
        ([, value]) => (JSON.parse(value) as SessionRow).sealed ?? [],
      )
      expect(sealed.length).toBeGreaterThan(0)
      for (const one of sealed) {
        const thief = world.browser(new Map([['__Host-takokit-tako', `1.${one}`]]))
        const response = await token(thief)
        expect([response.status, (await readProblem(response)).code]).toEqual([
          401,
          'session/signed-out',
        ])
      }
      expect((await token(victim)).status).toBe(200)
    })

    test('behavior: gives nobody another’s session, for whoever can write it', async () => {
      const { store, sessions, overwrite } = openStore()
      const world = createWorld({ tokensIn, store })
      const pages = await Promise.all(
        ['mallory', 'victim'].map(async (subject) => {
          const page = world.browser()
          await world.start(page, 'talkstack', { account: subject })
          const ask = (known?: string) =>
            page.post('/auth/talkstack/token', { account: '', ...(known && { known }) })
          const first = await readToken(await ask())
          await ask(first.handle)
          return {
            ask,
            key: sessions().find(([key]) => key.includes(first.handle.split('.')[0] ?? '')),
          }
        }),
      )
      const [mallory, victim] = pages
      if (!mallory?.key || !victim?.key) throw new Error('No rows.')
      // Of a later generation than the victim's: the relay would hand it to the victim.
      const row = JSON.parse(victim.key[1]) as SessionRow
      await overwrite(mallory.key[0], JSON.stringify({ ...row, gen: row.gen + 7 }))
      const answer = await mallory.ask()
      const { subject } = (await answer.json()) as { subject?: string }
      expect(subject === 'victim').toBe(false)
    })

    test('behavior: begins no session at a sign-in, for whoever can write it', async () => {
      const { store, sessions, overwrite } = openStore()
      const claims: string[] = []
      const world = createWorld({
        tokensIn,
        store: {
          ...store,
          async write(key, row) {
            if (key.startsWith('used:')) claims.push(key)
            return store.write(key, row)
          },
        },
      })
      const victim = world.browser()
      await world.start(victim, 'tako', { account: 'victim' })
      const { handle } = await readToken(await token(victim))
      const { accessToken } = await readToken(await token(victim, handle))
      const mallory = world.browser()
      const { address, signMessage } = account(1)
      const message = createTakoMessage({ address, issuedAt: new Date(world.time.now()) })
      const signed = { address, message, signature: await signMessage({ message }) }
      const signIn = () => mallory.post('/auth/tako/sign-in', signed)
      expect((await signIn()).status).toBe(200)
      const [claim = ''] = claims
      mallory.jar.clear()
      for (const [key, value] of sessions()) {
        const { sealed } = JSON.parse(value) as SessionRow
        if (!sealed) continue
        for (const row of [`begun ${key.split(':').at(-1)} ${sealed}`, `begun ${sealed}`]) {
          await overwrite(claim, row)
          const answer = await signIn()
          expect(await answer.text()).not.toContain(accessToken)
          expect([answer.status, mallory.jar.size]).toEqual([403, 0])
        }
      }
    })
  },
)

test.each(['cookie', 'store'] as const)(
  'behavior: tokens of one API are never sent to another that is configured under its name, tokens in the %s',
  async (tokensIn) => {
    const world = createWorld({ tokensIn })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page))
    const asked: string[] = []
    const moved = createWorld({
      ...world.relayOptions,
      tokensIn,
      providers: [tako({ baseUrl: 'https://tako.example' })] as never,
      fetch: async (input) => {
        asked.push(input)
        return new Response('{}', { status: 500 })
      },
    })
    const there = moved.browser(new Map(page.jar))
    expect((await token(there, handle)).status).toBe(401)
    expect((await there.post('/auth/tako/sign-out')).status).toBe(200)
    world.time.advance(3_600_000)
    expect((await token(moved.browser(new Map(page.jar)))).status).toBe(401)
    expect(asked).toEqual([])
    // In its own place it stays valid.
    expect((await token(page, handle)).status).toBe(200)
  },
)

test('behavior: two dapps that share a store share no limit and no pause', async () => {
  const store = memoryStore()
  const limits = {
    session: { requests: 100, perMs: 60_000 },
    address: { requests: 4, perMs: 60_000 },
  }
  const own = { rateLimits: limits, clientAddress: () => '198.51.100.1' }
  const here = createWorld({ store, ...own })
  const there = createWorld({ store, ...own, origin: 'https://other.example', now: here.time.now })
  const theirs = createBrowser({
    origin: 'https://other.example',
    send: (request) => there.relay.fetch(request),
  })
  const page = here.browser()
  for (let index = 0; index < 6; index++) await token(page)
  expect((await token(page)).status).toBe(429)
  expect((await token(theirs)).status).toBe(401)

  const patient = createWorld({ store })
  const mine = patient.browser()
  await patient.start(mine, 'tako')
  const { handle } = await readToken(await token(mine))
  patient.controls.tako.failNext('429')
  expect((await token(mine, handle)).status).toBe(429)
  const other = createWorld({ store, namespace: 'other' })
  const its = other.browser()
  await other.start(its, 'tako')
  const first = await readToken(await token(its))
  expect((await token(its, first.handle)).status).toBe(200)
})

describe('the cookie on http://localhost', () => {
  const origin = 'http://localhost:8787'
  const agents = {
    webkit:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
    chromium:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
    firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  }

  async function begin(world: World, at: string, agent: string, cookie?: string) {
    const { relay } = world
    const headers = { origin: at, 'user-agent': agent, ...(cookie && { cookie }) }
    const request = new Request(`${at}/login`, { method: 'POST', headers })
    const { accessToken, refreshToken } = await world.controls.issue('tako')
    const tokens = { accessToken, refreshToken }
    const response = await relay.startSession(request, { provider: 'tako', tokens })
    return response.headers.getSetCookie()
  }

  test('behavior: WebKit, which drops Secure ones there, is given one without, and is known by it', async () => {
    const world = createWorld({ origin })
    const [line = ''] = await begin(world, origin, agents.webkit)
    expect(line).toMatch(
      /^takokit-tako~8787=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const ask = (agent: string) =>
      world.relay.fetch(
        new Request(`${origin}/auth/tako/token`, {
          method: 'POST',
          headers: {
            origin,
            'user-agent': agent,
            'x-takokit': '1',
            'content-type': 'application/json',
            cookie: line.split(';')[0] ?? '',
          },
          body: '{"account":""}',
        }),
      )
    expect((await ask(agents.webkit)).status).toBe(200)
    // No other browser is signed in by an unprotected cookie.
    expect((await ask(agents.chromium)).status).toBe(401)
  })

  test.each(['chromium', 'firefox'] as const)('default: %s has the protected one', async (name) => {
    const [line = ''] = await begin(createWorld({ origin }), origin, agents[name])
    expect(line).toMatch(/^__Host-takokit-tako~8787=.*; Secure; /)
  })

  test('behavior: WebKit has the protected one everywhere else', async () => {
    const both = createWorld({ origin: ['https://dapp.example', origin] })
    const [line = ''] = await begin(both, 'https://dapp.example', agents.webkit)
    expect(line).toMatch(/^__Host-takokit-tako=.*; Secure; /)
    const elsewhere = createWorld()
    const [other = ''] = await begin(elsewhere, 'http://localhost:1', agents.webkit)
    expect(other).toMatch(/^__Host-/)
  })
})

test('parameters: partitionedCookies', async () => {
  const world = createWorld({ partitionedCookies: true })
  const { accessToken, refreshToken } = await world.controls.issue('tako')
  const tokens = { accessToken, refreshToken }
  const response = await world.relay.startSession(
    new Request('https://dapp.example/login', { method: 'POST' }),
    { provider: 'tako', tokens },
  )
  expect(response.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, ''))).toEqual([
    '__Host-takokit-tako~p; Max-Age=2592000; Path=/; Secure; HttpOnly; SameSite=None; Partitioned',
  ])
})
