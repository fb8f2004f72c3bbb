import type { EmulatorEvent, Fault } from '@takokit/emulator'
import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readProblem, readToken } from '../testing/createWorld.ts'
import { until } from '../testing/until.ts'
import type { RelayStore } from '../types/RelayStore.ts'

const token = (page: TestBrowser, known?: string, provider = 'tako') =>
  page.post(`/auth/${provider}/token`, { account: '', ...(known && { known }) })

type World = ReturnType<typeof createWorld>

/** How long replicas believe that an attempt is in flight. */
const leaseMs = 122_001

const isRevocation = (event: EmulatorEvent) =>
  event.route === 'signOut' && event.phase === 'received'

/** Another process of the same relay. They share the store. */
function replica(world: World, options: Partial<World['relayOptions']> = {}) {
  const relay = createRelay({ ...world.relayOptions, ...options })
  return (jar: Map<string, string>) =>
    createBrowser({ jar: new Map(jar), send: (request) => relay.fetch(request) })
}

async function signedIn(world: World, provider: 'tako' | 'cloudreve' | 'talkstack' = 'tako') {
  const page = world.browser()
  await world.start(page, provider)
  const { handle } = await readToken(await token(page, undefined, provider))
  return { page, handle }
}

describe('what upstream may answer', () => {
  const policies = ['stateless', 'grace', 'strict'] as const

  test.each([
    ['tako', 500, { status: 'error', error_code: 3001 }],
    ['cloudreve', 500, { code: 40020 }],
    ['cloudreve', 502, { code: 401 }],
    ['privateCloud', 500, { error: 'invalid_grant' }],
    ['privateCloud', 503, { code: 401, success: false }],
    ['privateCloud', 599, { error: 'invalid_token' }],
  ] as const)(
    'behavior: %s at %d says %j: a server that fails refuses nothing',
    async (provider, status, json) => {
      let isFailing = false
      const world = createWorld({
        fetch: async (input, init) =>
          isFailing ? Response.json(json, { status }) : world.emulator.fetch(input, init),
      })
      const page = world.browser()
      await world.start(page, provider)
      const { handle } = await readToken(await token(page, undefined, provider))
      isFailing = true
      for (let tries = 0; tries < 4; tries++) {
        const answer = await token(page, handle, provider)
        expect([answer.status, await readProblem(answer)]).toMatchObject([
          503,
          { code: 'provider/unavailable' },
        ])
        world.time.advance(300_000)
      }
      isFailing = false
      await readToken(await token(page, handle, provider))
      expect(page.jar.size).toBe(1)
    },
  )

  test.each(['a b', 'a\r\nset-cookie: x=y', '\u200ba', 'é', '\ud800'])(
    'behavior: the access token %j, which no header can hold, is none',
    async (text) => {
      const world = createWorld({
        fetch: async () =>
          Response.json({ status: 'success', data: { token: text, refresh_token: 'r' } }),
      })
      const { page, handle } = await signedIn(world)
      const answer = await token(page, handle)
      expect(answer.status).toBe(503)
      expect(await answer.text()).not.toContain(JSON.stringify(text).slice(1, -1))
      expect(page.jar.size).toBe(1)
    },
  )

  test.each(policies)(
    'behavior: the request never arrived, %s: one replay, all signed in',
    async (reuse) => {
      const world = createWorld({}, { tako: { reuse } })
      const { page, handle } = await signedIn(world)
      world.controls.tako.failNext('lost-request')
      await readToken(await token(page, handle))
      expect(world.controls.tako.counters()).toMatchObject({ presentations: 1, reuses: 0 })
    },
  )

  test.each([['stateless'], ['grace']] as const)(
    'behavior: the answer was lost, %s: one replay, all signed in',
    async (reuse) => {
      const world = createWorld({}, { tako: { reuse } })
      const { page, handle } = await signedIn(world)
      world.controls.tako.failNext('lost-answer')
      await readToken(await token(page, handle))
      expect(world.controls.tako.counters().requests).toBe(2)
    },
  )

  test('behavior: the answer was lost, strict: one replay, one confirmation, then it ends and says why', async () => {
    const world = createWorld({}, { tako: { reuse: 'strict' } })
    const { page, handle } = await signedIn(world)
    const tab = world.browser(new Map(page.jar))
    world.controls.tako.failNext('lost-answer')
    const answers = await Promise.all([token(page, handle), token(tab, handle)])
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(await readProblem(answer)).toMatchObject({ code: 'session/refresh-answer-lost' })
    }
    expect(world.controls.tako.counters().requests).toBe(3)
    expect(page.jar.size).toBe(0)
    const ends = world.metrics.filter(
      (metric) => metric.type === 'session' && metric.change === 'ended',
    )
    expect(ends).toMatchObject([{ reason: 'refresh-answer-lost' }])
    // Asked again, with a copy of the cookie: the same result, and nothing more is sent.
    const stolen = world.browser(new Map([...tab.jar]))
    expect((await token(stolen, handle)).status).toBe(401)
    expect(world.controls.tako.counters().requests).toBe(3)
  })

  test('behavior: refused: one confirmation, then it ends', async () => {
    const world = createWorld()
    const { page, handle } = await signedIn(world)
    const late = world.browser(new Map(page.jar))
    world.controls.tako.revoke('all')
    const response = await token(page, handle)
    expect(await readProblem(response)).toMatchObject({
      status: 401,
      code: 'session/refresh-refused',
    })
    expect(world.controls.tako.counters().requests).toBe(2)
    expect(page.jar.size).toBe(0)
    expect(await readProblem(await token(late, handle))).toMatchObject({
      code: 'session/refresh-refused',
    })
    expect(world.controls.tako.counters().requests).toBe(2)
  })

  test('behavior: refused once, and not when asked again: nobody is signed out', async () => {
    const world = createWorld()
    const { page, handle } = await signedIn(world, 'cloudreve')
    world.controls.cloudreve.failNext({ type: 'error', code: 40020 })
    await readToken(await token(page, handle, 'cloudreve'))
    expect(world.controls.cloudreve.counters().requests).toBe(2)
  })

  test('behavior: a confirmation waits a little, and other tabs with it', async () => {
    const world = createWorld({ timing: { confirmDelayMs: 1_000 } })
    const { page, handle } = await signedIn(world)
    world.controls.tako.revoke('all')
    const asking = token(page, handle)
    await until(
      () => world.metrics.some(({ type }) => type === 'upstream') && world.time.pending() === 2,
    )
    expect(world.controls.tako.counters().requests).toBe(1)
    world.time.advance(1_000)
    expect((await asking).status).toBe(401)
    expect(world.controls.tako.counters().requests).toBe(2)
  })

  const passing: [string, Fault, number][] = [
    ['429 with a wait', { type: '429', retryAfterMs: 20_000 }, 429],
    ['429 without one', { type: '429' }, 429],
    ['500', { type: '500' }, 503],
    ['HTML at 200', { type: 'html' }, 503],
    ['cut JSON', { type: 'cut-json', processed: false }, 503],
    ['204', { type: '204' }, 503],
    ['a documented failure', { type: 'error', code: 1002 }, 503],
    ['a redirect', { type: 'redirect', location: 'https://evil.example' }, 503],
  ]
  test.each(passing)(
    'behavior: %s: nobody is signed out, the wait is passed on',
    async (_, fault, status) => {
      const world = createWorld({}, { tako: { reuse: 'strict' } })
      const { page, handle } = await signedIn(world)
      world.controls.tako.failNext(fault, { times: 2 })
      const response = await token(page, handle)
      expect(response.status).toBe(status)
      const { retryAfterMs = 0, code } = await readProblem(response)
      expect(code).toBe(status === 429 ? 'provider/throttled' : 'provider/unavailable')
      expect(retryAfterMs).toBeGreaterThan(0)
      expect(response.headers.get('retry-after')).toBe(String(Math.ceil(retryAfterMs / 1000)))
      expect(response.headers.getSetCookie()).toEqual([])
      expect(page.jar.size).toBe(1)

      // No tab sends before the wait is over; a token that is still valid is returned.
      const { requests } = world.controls.tako.counters()
      world.controls.tako.clearFaults()
      world.time.advance(retryAfterMs - 10)
      expect((await token(world.browser(new Map(page.jar)), handle)).status).toBeGreaterThanOrEqual(
        429,
      )
      expect((await readToken(await token(page))).handle).toBe(handle)
      expect(world.controls.tako.counters().requests).toBe(requests)
      world.time.advance(20)
      expect((await readToken(await token(page, handle))).handle).not.toBe(handle)
      expect(world.controls.tako.counters().reuses).toBe(0)
    },
  )

  test.each<[string, Fault, number]>([
    ['a connection that drops', { type: 'lost-answer' }, 2],
    ['500', { type: '500' }, 2],
    ['HTML at 200', { type: 'html' }, 2],
    ['cut JSON', { type: 'cut-json', processed: false }, 2],
    ['a redirect', { type: 'redirect', location: 'https://evil.example' }, 2],
    ['429', { type: '429', retryAfterMs: 1_000 }, 1],
    ['429 without a wait', { type: '429' }, 1],
    ['an answer that says busy', { type: 'error', code: 1002 }, 1],
  ])('behavior: %s: sent again at once, one time, or not at all', async (_, fault, sent) => {
    const world = createWorld({}, { tako: { reuse: 'grace' } })
    const { page, handle } = await signedIn(world)
    world.controls.tako.failNext(fault, { times: 100 })
    const statuses: number[] = []
    // Nobody, whoever asks how often, sends it a third time before the wait is over.
    for (let count = 0; count < 5; count++) statuses.push((await token(page, handle)).status)
    expect(statuses).not.toContain(200)
    expect(statuses).not.toContain(401)
    expect(world.metrics.filter(({ type }) => type === 'upstream')).toHaveLength(sent)
  })

  test.each(['0', '-1', '1.5', 'Wed, 01 May 2024 12:00:00 GMT'])(
    'behavior: Retry-After: %s: the relay’s own wait, never less',
    async (hint) => {
      for (const status of [429, 503]) {
        const world = createWorld({
          fetch: async () => new Response('', { status, headers: { 'retry-after': hint } }),
        })
        const { page, handle } = await signedIn(world)
        const response = await token(page, handle)
        const { retryAfterMs = 0 } = await readProblem(response)
        expect(response.status).toBe(status)
        expect(retryAfterMs).toBeGreaterThanOrEqual(status === 429 ? 60_000 : 1_000)
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
      }
    },
  )

  test('behavior: a hint that is shorter than the own wait, again and again: the wait grows', async () => {
    const world = createWorld({
      fetch: async () => new Response('', { status: 429, headers: { 'retry-after': '1' } }),
    })
    const { page, handle } = await signedIn(world)
    const waits: number[] = []
    for (let round = 0; round < 5; round++) {
      const { retryAfterMs = 0 } = await readProblem(await token(page, handle))
      waits.push(retryAfterMs)
      world.time.advance(retryAfterMs + 1)
    }
    expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000])
  })

  test('behavior: a 429 is meant for the relay’s one address: other sessions wait too, and sign-ins', async () => {
    const world = createWorld()
    const [one, other] = [await signedIn(world), await signedIn(world)]
    world.controls.tako.failNext({ type: '429', retryAfterMs: 20_000 })
    expect((await token(one.page, one.handle)).status).toBe(429)
    const { requests } = world.controls.tako.counters()
    const waiting = await token(other.page, other.handle)
    expect(waiting.status).toBe(429)
    expect((await readProblem(waiting)).retryAfterMs).toBe(20_000)
    const signed = {
      address: `0x${'1'.repeat(40)}`,
      message: 'm',
      signature: `0x${'1'.repeat(130)}`,
    }
    expect((await world.browser().post('/auth/tako/sign-in', signed)).status).toBe(429)
    expect(world.controls.tako.counters()).toMatchObject({ requests, signIns: 0 })
    world.time.advance(20_001)
    expect((await token(other.page, other.handle)).status).toBe(200)
  })

  test('behavior: tokens for somebody else are thrown away', async () => {
    const world = createWorld({
      fetch: async (input, init) => {
        const { wire } = await world.controls.issue('tako', {
          subject: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
        })
        return input.includes('refresh') ? Response.json(wire) : world.emulator.fetch(input, init)
      },
    })
    const { page, handle } = await signedIn(world)
    const response = await token(page, handle)
    expect(response.status).toBe(503)
    expect(page.jar.size).toBe(1)
    expect((await readToken(await token(page))).handle).toBe(handle)
  })

  test('behavior: a provider that keeps its refresh token', async () => {
    const world = createWorld({}, { privateCloud: { omitRefreshToken: true, reuse: 'strict' } })
    const page = world.browser()
    await world.start(page, 'privateCloud')
    for (let round = 0; round < 3; round++) {
      const { handle } = await readToken(await token(page, undefined, 'privateCloud'))
      await readToken(await token(page, handle, 'privateCloud'))
    }
    expect(world.controls.privateCloud.counters()).toMatchObject({ rotations: 3 })
  })

  test('behavior: an expired token and no answer: the cookie stays, and it goes on once upstream does', async () => {
    const world = createWorld()
    const { page } = await signedIn(world)
    world.time.advance(2 * 3_600_000)
    world.controls.tako.failNext({ type: '500' }, { times: 2 })
    expect((await token(page)).status).toBe(503)
    world.time.advance(3_600_000)
    await readToken(await token(page))
  })
})

describe('many replicas, one store', () => {
  test.each(['cookie', 'store'] as const)(
    'default: one request upstream, tokens in the %s',
    async (tokensIn) => {
      const world = createWorld({ tokensIn }, { tako: { reuse: 'strict' } })
      const { page, handle } = await signedIn(world)
      const replicas = [replica(world), replica(world), replica(world)]
      const answers = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          const tab = replicas[index % 3]?.(page.jar)
          if (!tab) throw new Error('no replica')
          return readToken(await token(tab, handle))
        }),
      )
      expect(new Set(answers.map((answer) => answer.handle)).size).toBe(1)
      expect(world.controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
    },
  )

  test('behavior: signed out at one, signed out at all', async () => {
    const world = createWorld()
    const { page, handle } = await signedIn(world)
    const other = replica(world)(page.jar)
    await page.post('/auth/tako/sign-out')
    expect((await token(other, handle)).status).toBe(401)
  })

  /** A replica that dies at its next upstream request, before or after sending it. */
  function dying(world: World, when: 'before' | 'after') {
    let died = () => {}
    const dead = new Promise<void>((resolve) => {
      died = resolve
    })
    const browser = replica(world, {
      fetch: async (input, init) => {
        if (when === 'after') await world.emulator.fetch(input, init)
        died()
        return new Promise(() => {})
      },
      setTimer: () => () => {},
    })
    return { browser, dead }
  }

  test.each([
    ['before', 'stateless'],
    ['before', 'grace'],
    ['before', 'strict'],
    ['after', 'stateless'],
    ['after', 'grace'],
  ] as const)(
    'behavior: a replica dies %s it has sent, %s: another goes on',
    async (when, reuse) => {
      // Shorter than the time in which the provider forgives reuse.
      const world = createWorld({ timing: { requestTimeoutMs: 15_000 } }, { tako: { reuse } })
      const { page, handle } = await signedIn(world)
      const { browser, dead } = dying(world, when)
      void token(browser(page.jar), handle)
      await dead
      // While the replica may be alive, no other sends; the page is told to come back.
      const waiting = token(page, handle)
      await until(() => world.time.pending() >= 2)
      world.time.advance(9_000)
      expect((await readProblem(await waiting)).retryAfterMs).toBe(1_000)
      world.time.advance(17_001 - 9_000)
      await readToken(await token(page, handle))
      expect(world.controls.tako.counters().requests).toBe(when === 'before' ? 1 : 2)
      expect(world.metrics).toContainEqual({
        type: 'session',
        provider: 'tako',
        change: 'taken-over',
        reason: undefined,
      })
    },
  )

  test('behavior: a replica dies after it has sent, strict: that session ends, once, and says why', async () => {
    const world = createWorld({}, { tako: { reuse: 'strict' } })
    const [one, other] = [await signedIn(world), await signedIn(world)]
    const { browser, dead } = dying(world, 'after')
    void token(browser(one.page.jar), one.handle)
    await dead
    world.time.advance(leaseMs)
    const copies = [one.page, replica(world)(one.page.jar), replica(world)(one.page.jar)]
    for (const answer of await Promise.all(copies.map((copy) => token(copy, one.handle))))
      expect(await readProblem(answer)).toMatchObject({
        status: 401,
        code: 'session/refresh-answer-lost',
      })
    const ends = world.metrics.filter(
      (metric) => metric.type === 'session' && metric.change === 'ended',
    )
    expect(ends).toHaveLength(1)
    await readToken(await token(other.page, other.handle))
  })

  test('behavior: a frozen replica that thaws first: its answer counts', async () => {
    const world = createWorld({}, { tako: { reuse: 'stateless' } })
    const { page, handle } = await signedIn(world)
    let thaw = () => {}
    const frozen = new Promise<void>((resolve) => {
      thaw = resolve
    })
    let sent = () => {}
    const hasSent = new Promise<void>((resolve) => {
      sent = resolve
    })
    const slow = replica(world, {
      fetch: async (input, init) => {
        const response = await world.emulator.fetch(input, init)
        sent()
        await frozen
        return response
      },
      // Frozen: its own timers do not fire either.
      setTimer: () => () => {},
    })(page.jar)
    const thawing = token(slow, handle)
    await hasSent
    world.time.advance(leaseMs)
    world.controls.tako.failNext('hang')
    const taking = token(page, handle)
    await until(() => world.controls.tako.hanging() === 1)
    thaw()
    const thawed = await readToken(await thawing)
    world.controls.tako.release()
    // Both have valid tokens; the first that was written counts for all.
    expect((await readToken(await taking)).accessToken).toBe(thawed.accessToken)
    expect((await readToken(await token(page))).handle).toBe(thawed.handle)
  })
})

describe('the store gone', () => {
  /** A store that can be made unavailable. */
  function breakable(world?: World) {
    const inner = memoryStore(world && { now: world.time.now })
    let isGone = false
    let after: number | undefined
    const refuse = async (): Promise<never> => {
      throw new Error('connect ECONNREFUSED 127.0.0.1:6379')
    }
    const guard = <call extends (...parameters: never[]) => Promise<unknown>>(call: call): call =>
      ((...parameters: Parameters<call>) => {
        if (after !== undefined && after-- <= 0) isGone = true
        return isGone ? refuse() : call(...parameters)
      }) as call
    const store: RelayStore = {
      read: guard(inner.read),
      write: guard(inner.write),
      take: guard(inner.take),
      changed: guard(inner.changed),
      ping: guard(inner.ping),
    }
    return {
      store,
      setGone(value: boolean) {
        isGone = value
        after = undefined
      },
      /** Unavailable after this many more calls. */
      failAfter(calls: number) {
        after = calls
      },
    }
  }

  test.each(['cookie', 'store'] as const)(
    'default: 503 with a wait, nothing sent, nobody signed out after; tokens in the %s',
    async (tokensIn) => {
      const { store, setGone } = breakable()
      const world = createWorld({ store, tokensIn }, { tako: { reuse: 'strict' } })
      const { page, handle } = await signedIn(world)
      const signed = {
        address: `0x${'1'.repeat(40)}`,
        message: 'm',
        signature: `0x${'1'.repeat(130)}`,
      }
      setGone(true)
      for (const ask of [
        () => token(page),
        () => token(page, handle),
        () => page.post('/auth/tako/sign-in', signed),
      ]) {
        const response = await ask()
        expect(response.status).toBe(503)
        expect(await readProblem(response)).toMatchObject({
          code: 'relay/store-unavailable',
          retryAfterMs: 2_000,
        })
        expect(response.headers.get('retry-after')).toBe('2')
        expect(response.headers.getSetCookie()).toEqual([])
      }
      expect(world.controls.tako.counters()).toMatchObject({ requests: 0, signIns: 0 })
      setGone(false)
      await readToken(await token(page, handle))
      expect(world.controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
    },
  )

  test.each(['cookie', 'store'] as const)(
    'behavior: gone while the request was out: the page has its tokens, the others later; tokens in the %s',
    async (tokensIn) => {
      const { store, setGone } = breakable()
      const world = createWorld({ store, tokensIn }, { tako: { reuse: 'strict' } })
      const { page, handle } = await signedIn(world)
      const late = world.browser(new Map(page.jar))
      world.controls.tako.failNext('hang')
      const asking = token(page, handle)
      await until(() => world.controls.tako.hanging() === 1)
      setGone(true)
      world.controls.tako.release()
      const renewed = await readToken(await asking)
      expect(renewed.handle).not.toBe(handle)
      expect((await token(page)).status).toBe(503)
      setGone(false)
      // Written before the row is read, however long that took: the old token is not sent again.
      world.time.advance(60_000)
      expect((await readToken(await token(late, handle))).accessToken).toBe(renewed.accessToken)
      expect((await readToken(await token(page))).handle).toBe(renewed.handle)
      expect(world.controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
    },
  )

  test('behavior: signed out while it is gone: this browser forgets at once, the store as soon as it is back', async () => {
    const { store, setGone } = breakable()
    const world = createWorld({ store })
    const { page, handle } = await signedIn(world)
    const stolen = world.browser(new Map(page.jar))
    setGone(true)
    expect((await page.post('/auth/tako/sign-out')).status).toBe(503)
    expect(page.jar.size).toBe(0)
    setGone(false)
    expect((await token(stolen, handle)).status).toBe(401)
  })

  test('behavior: signed out while it is gone: revoked upstream when it is back, once', async () => {
    const { store, setGone } = breakable()
    const world = createWorld({ store })
    const { page } = await signedIn(world, 'cloudreve')
    const again = world.browser(new Map(page.jar))
    const revokedCalls = () => world.emulator.controls.log.entries().filter(isRevocation).length
    setGone(true)
    for (const browser of [page, again])
      expect((await browser.post('/auth/cloudreve/sign-out')).status).toBe(503)
    expect(revokedCalls()).toBe(0)
    setGone(false)
    // No request has to trigger it.
    world.time.advance(2_000)
    await until(() => world.controls.cloudreve.counters().families[0]?.revoked === true)
    expect(revokedCalls()).toBe(1)
    const ends = world.metrics.filter((one) => one.type === 'session' && one.change === 'ended')
    expect(ends).toHaveLength(1)
  })

  test('behavior: signed out and renewed while it is gone: signed out it is, and what came is revoked', async () => {
    const { store, setGone } = breakable()
    const world = createWorld({ store })
    const { page, handle } = await signedIn(world, 'cloudreve')
    const stolen = world.browser(new Map(page.jar))
    world.controls.cloudreve.failNext('hang')
    const asking = token(world.browser(new Map(page.jar)), handle, 'cloudreve')
    await until(() => world.controls.cloudreve.hanging() === 1)
    setGone(true)
    expect((await page.post('/auth/cloudreve/sign-out')).status).toBe(503)
    world.controls.cloudreve.release()
    await asking
    setGone(false)
    expect((await token(stolen, handle, 'cloudreve')).status).toBe(401)
    const isRevoked = () => world.controls.cloudreve.counters().families[0]?.revoked === true
    await until(isRevoked)
  })

  test('behavior: gone at any call of a renewal: nobody is signed out', async () => {
    for (let calls = 0; calls < 14; calls++) {
      const { store, setGone, failAfter } = breakable()
      const world = createWorld({ store }, { tako: { reuse: 'strict' } })
      const { page, handle } = await signedIn(world)
      failAfter(calls)
      const first = await token(page, handle)
      expect([200, 503]).toContain(first.status)
      setGone(false)
      // An attempt without a result counts as in flight for a while.
      world.time.advance(leaseMs)
      await readToken(await token(page, handle))
      expect(world.controls.tako.counters()).toMatchObject({ rotations: 1, reuses: 0 })
    }
  })
})
