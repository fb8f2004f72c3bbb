import { describe, expect, test } from 'vitest'
import type { Relay } from './types/Relay.ts'
import { createBrowser, type TestBrowser, testOrigin } from './testing/createBrowser.ts'
import { createWorld, readProblem, readToken } from './testing/createWorld.ts'
import { signMessage } from './testing/signMessage.ts'
import { until } from './testing/until.ts'
import { memoryStore } from './stores/memoryStore.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })
const limits = {
  address: { requests: 5, perMs: 60_000 },
  signIn: { requests: 2, perMs: 60_000 },
  session: { requests: 3, perMs: 60_000 },
}

describe('limits', () => {
  function from(
    world: ReturnType<typeof createWorld>,
    clientAddress: string | undefined,
    jar?: Map<string, string>,
  ) {
    return createBrowser({
      send: (request) => world.relay.fetch(request, { clientAddress }),
      ...(jar && { jar }),
    })
  }

  test('default: per address, with the wait in header and body', async () => {
    const world = createWorld({ rateLimits: limits })
    const page = from(world, '203.0.113.7')
    for (let count = 0; count < 5; count++) expect((await token(page)).status).toBe(401)
    const refused = await token(page)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('12')
    expect(await readProblem(refused)).toMatchObject({
      code: 'request/throttled',
      retryAfterMs: 12_000,
    })
    expect((await token(from(world, '203.0.113.8'))).status).toBe(401)
    world.time.advance(12_000)
    expect((await token(page)).status).toBe(401)
    expect((await token(page)).status).toBe(429)
  })

  test('behavior: an IPv6 network of 64 bits is one address, a mapped IPv4 address the same as plain', async () => {
    const world = createWorld({ rateLimits: limits })
    for (let host = 1; host <= 5; host++)
      expect((await token(from(world, `2001:db8:1:2::${host}`))).status).toBe(401)
    expect((await token(from(world, '2001:db8:1:2:ffff::1'))).status).toBe(429)
    expect((await token(from(world, '2001:db8:1:3::1'))).status).toBe(401)
    for (let count = 0; count < 5; count++) await token(from(world, '203.0.113.7'))
    expect((await token(from(world, '::ffff:203.0.113.7'))).status).toBe(429)
  })

  test('behavior: refused calls count too, and `healthz`', async () => {
    const calls: [string, RequestInit][] = [
      ['/auth/healthz', {}],
      ['/auth/nowhere', {}],
      ['/auth/tako/token', { method: 'GET' }],
      ['/auth/tako/token', { method: 'POST', body: '{' }],
      ['/auth/tako/token?x=1', { method: 'POST' }],
    ]
    for (const [path, init] of calls) {
      const world = createWorld({ rateLimits: limits })
      const ask = () =>
        world.relay.fetch(new Request(testOrigin + path, init), { clientAddress: '203.0.113.7' })
      const statuses: number[] = []
      for (let count = 0; count < 6; count++) statuses.push((await ask()).status)
      expect(statuses.slice(0, 5)).not.toContain(429)
      expect(statuses[5]).toBe(429)
      // The log still names its route.
      expect(world.logs.at(-1)).toMatchObject({ status: 429, code: 'request/throttled' })
      const other = from(world, '203.0.113.8')
      expect((await token(other)).status).toBe(401)
    }
  })

  test('behavior: IPv6 networks of one of 48 bits share four times as much', async () => {
    const world = createWorld({ rateLimits: limits })
    const statuses: number[] = []
    for (let network = 0; network < 25; network++)
      statuses.push((await token(from(world, `2001:db8:1:${network.toString(16)}::1`))).status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(20)
    expect(statuses.slice(20)).toEqual([429, 429, 429, 429, 429])
    expect((await token(from(world, '2001:db8:2::1'))).status).toBe(401)
    const signIns: number[] = []
    for (let network = 0; network < 10; network++) {
      const page = from(world, `2001:db8:3:${network.toString(16)}::1`)
      signIns.push((await page.post('/auth/tako/sign-in', {})).status)
    }
    expect(signIns).toEqual([...Array<number>(8).fill(400), 429, 429])
  })

  test('behavior: no forwarded header is trusted, unless it is read by `clientAddress`', async () => {
    const world = createWorld({ rateLimits: limits })
    const ask = (relay: typeof world.relay, index: number) =>
      createBrowser({
        send: (request) => relay.fetch(request, { clientAddress: '203.0.113.7' }),
      }).post(
        '/auth/tako/token',
        { account: '' },
        {
          'x-forwarded-for': `198.51.100.${index}`,
          'x-real-ip': `198.51.100.${index}`,
          forwarded: `for=198.51.100.${index}`,
          'cf-connecting-ip': `198.51.100.${index}`,
        },
      )
    for (let index = 0; index < 5; index++) await ask(world.relay, index)
    expect((await ask(world.relay, 9)).status).toBe(429)
    const behindProxy = createWorld({
      rateLimits: limits,
      clientAddress: (request) => request.headers.get('cf-connecting-ip') ?? undefined,
    })
    for (let index = 0; index < 9; index++)
      expect((await ask(behindProxy.relay, index)).status).toBe(401)
  })

  test('default: per session, over its tabs and addresses', async () => {
    const world = createWorld({ rateLimits: limits })
    const page = world.browser()
    await world.start(page, 'tako')
    for (let tab = 0; tab < 3; tab++)
      expect((await token(from(world, `203.0.113.${tab}`, new Map(page.jar)))).status).toBe(200)
    const refused = await token(from(world, '203.0.113.9', new Map(page.jar)))
    expect(refused.status).toBe(429)
    expect(refused.headers.getSetCookie()).toEqual([])
    const other = world.browser()
    await world.start(other, 'tako')
    expect((await token(other)).status).toBe(200)
  })

  test('default: sign-ins, per address', async () => {
    const world = createWorld({ rateLimits: limits })
    const signed = {
      address: `0x${'1'.repeat(40)}`,
      message: 'm',
      signature: `0x${'1'.repeat(130)}`,
    }
    const page = from(world, '203.0.113.7')
    const statuses: number[] = []
    for (let count = 0; count < 3; count++)
      statuses.push((await page.post('/auth/tako/sign-in', signed)).status)
    expect(statuses).toEqual([400, 400, 429])
    expect(world.controls.tako.counters().signIns).toBe(0)
  })

  test('behavior: sign-ins from everywhere leave the provider’s allowance to refreshes', async () => {
    const world = createWorld({
      rateLimits: { ...limits, allSignIns: { requests: 4, perMs: 60_000 } },
    })
    const member = from(world, '203.0.113.7')
    await world.start(member, 'tako')
    const { handle } = await readToken(await token(member))
    const statuses: number[] = []
    for (let index = 0; index < 10; index++) {
      const stranger = from(world, `2001:db8:${index}::1`)
      const signed = await signMessage({ index, issuedAt: world.time.now() })
      statuses.push((await stranger.post('/auth/tako/sign-in', signed)).status)
    }
    expect(statuses).toEqual([200, 200, 200, 200, ...Array<number>(6).fill(429)])
    expect(world.controls.tako.counters().signIns).toBe(4)
    expect((await readToken(await token(member, handle))).handle).not.toBe(handle)
    world.time.advance(15_000)
    const late = from(world, '2001:db8:99::1')
    const signed = await signMessage({ index: 1, issuedAt: world.time.now() })
    expect((await late.post('/auth/tako/sign-in', signed)).status).toBe(200)
  })

  test('behavior: shared by all that share the store', async () => {
    const store = memoryStore()
    const [one, other] = [
      createWorld({ rateLimits: limits, store }),
      createWorld({ rateLimits: limits, store }),
    ]
    for (let count = 0; count < 5; count++)
      await token(from(count % 2 ? one : other, '203.0.113.7'))
    expect((await token(from(one, '203.0.113.7'))).status).toBe(429)
    expect((await token(from(other, '203.0.113.7'))).status).toBe(429)
  })

  test('behavior: the store gone, and the count with it: nobody is let in but to sign out', async () => {
    const store = memoryStore()
    let isGone = false
    const take: typeof store.take = (...parameters) =>
      isGone ? Promise.reject(new Error('gone')) : store.take(...parameters)
    const write: typeof store.write = (...parameters) =>
      isGone ? Promise.reject(new Error('gone')) : store.write(...parameters)
    const world = createWorld({ rateLimits: limits, store: { ...store, take, write } })
    const page = from(world, '203.0.113.7')
    await world.start(page, 'tako')
    const stolen = from(world, '203.0.113.8', new Map(page.jar))
    isGone = true
    for (const browser of [page, from(world, '203.0.113.9')]) {
      const refused = await token(browser)
      expect(refused.status).toBe(503)
      expect(refused.headers.getSetCookie()).toEqual([])
    }
    expect((await page.post('/auth/tako/sign-out')).status).toBe(503)
    expect(page.jar.size).toBe(0)
    isGone = false
    expect((await token(stolen)).status).toBe(401)
  })

  test('behavior: the port that a proxy writes behind the address is not counted', async () => {
    const world = createWorld({ rateLimits: limits })
    for (const written of ['203.0.113.7:%', '[2001:db8::1]:%', '[2001:db8:0:1::1]']) {
      const ask = async (port: number) =>
        (await token(from(world, written.replace('%', String(port))))).status
      for (let port = 1; port <= 5; port++) expect(await ask(port)).toBe(401)
      expect(await ask(6)).toBe(429)
    }
    expect((await token(from(world, '203.0.113.7'))).status).toBe(429)
    expect((await token(from(world, '2001:db8::2'))).status).toBe(429)
  })

  test('behavior: refused before anything is read or asked', async () => {
    const world = createWorld({
      rateLimits: { ...limits, address: { requests: 1, perMs: 60_000 } },
    })
    const page = from(world, '203.0.113.7')
    await token(page)
    const [sent] = [world.controls.tako.counters().requests]
    const refused = await world.relay.fetch(
      new Request(`${testOrigin}/auth/tako/sign-in`, {
        method: 'POST',
        headers: { origin: testOrigin, 'x-takokit': '1', 'content-type': 'application/json' },
        body: 'not even JSON',
      }),
      { clientAddress: '203.0.113.7' },
    )
    expect(refused.status).toBe(429)
    expect(world.controls.tako.counters().requests).toBe(sent)
  })
})

describe('logs and metrics', () => {
  test('default: one entry per request, under one id that goes everywhere', async () => {
    const ids: (string | null)[] = []
    const world = createWorld({
      fetch: (input, init) => {
        ids.push(new Headers(init.headers).get('x-request-id'))
        return world.emulator.fetch(input, init)
      },
    })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page))
    world.logs.length = 0
    world.metrics.length = 0
    const response = await token(page, handle)
    const requestId = response.headers.get('x-request-id')
    expect(ids).toEqual([requestId])
    expect(world.logs).toEqual([
      {
        at: world.time.now(),
        level: 'info',
        event: 'session-renewed',
        requestId,
        provider: 'tako',
      },
      {
        at: world.time.now(),
        level: 'info',
        event: 'request',
        requestId,
        route: 'token',
        provider: 'tako',
        status: 200,
        code: undefined,
        durationMs: 0,
      },
    ])
    expect(world.metrics).toEqual([
      { type: 'upstream', provider: 'tako', call: 'refresh', outcome: 'ok', durationMs: 0 },
      { type: 'session', provider: 'tako', change: 'renewed', reason: undefined },
      {
        type: 'request',
        route: 'token',
        provider: 'tako',
        status: 200,
        code: undefined,
        durationMs: 0,
      },
    ])
  })

  test('parameters: trustRequestId: the proxy’s id is taken over, if it is safe to write down', async () => {
    const world = createWorld({ trustRequestId: true })
    const page = world.browser()
    const ask = async (id: string) =>
      (await page.post('/auth/tako/token', { account: '' }, { 'x-request-id': id })).headers.get(
        'x-request-id',
      )
    expect(await ask('req-01:abc.DEF')).toBe('req-01:abc.DEF')
    for (const id of ['a b', 'x'.repeat(200), '{"a":1}', '<x>'])
      expect(await ask(id)).toMatch(/^[\da-f-]{36}$/)
  })

  test('behavior: a logger and a counter that throw keep nobody from an answer', async () => {
    const world = createWorld({
      logger() {
        throw new Error('disk full')
      },
      metrics() {
        throw new Error('no collector')
      },
    })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page))
    expect((await token(page, handle)).status).toBe(200)
  })

  test('behavior: correlation ids are kept, for support', async () => {
    const world = createWorld()
    const page = world.browser()
    await world.start(page, 'cloudreve')
    const { handle } = await readToken(await page.post('/auth/cloudreve/token'))
    world.controls.cloudreve.failNext({ type: 'error', code: 40020 }, { times: 2 })
    const problem = await readProblem(
      await page.post('/auth/cloudreve/token', { account: '', known: handle }),
    )
    expect(problem.correlationId).toMatch(/^[\da-f-]{36}$/)
    expect(world.logs.some(({ correlationId }) => correlationId === problem.correlationId)).toBe(
      true,
    )
  })
})

describe('health and shutdown', () => {
  const health = (relay: Pick<Relay, 'fetch'>, method = 'GET') =>
    relay.fetch(new Request(`${testOrigin}/auth/healthz`, { method }))

  test('default: healthz asks for no header, and says nothing of the inside', async () => {
    const { relay } = createWorld()
    const response = await health(relay)
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
    expect((await health(relay, 'HEAD')).status).toBe(200)
    expect((await health(relay, 'POST')).status).toBe(405)
  })

  test('behavior: a secret that is missing is found by healthz, and is no passing trouble', async () => {
    const { relay, logs } = createWorld({ secret: () => '' })
    const response = await health(relay)
    expect(response.status).toBe(500)
    expect(await response.json()).toMatchObject({ code: 'relay/failed' })
    expect(JSON.stringify(logs)).toContain('`secret` expects')
  })

  test('behavior: the store gone: not healthy', async () => {
    const store = { ...memoryStore(), ping: () => Promise.reject(new Error('gone')) }
    const { relay } = createWorld({ store })
    expect((await health(relay)).status).toBe(503)
  })

  test('behavior: close lets requests in flight finish, and asks later ones to come back', async () => {
    let closed = 0
    const store = { ...memoryStore(), close: async () => void (closed += 1) }
    const world = createWorld({ store })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page))
    world.controls.tako.failNext('hang')
    const asking = token(page, handle)
    await until(() => world.controls.tako.hanging() === 1)
    const closing = world.relay.close()
    const late = await token(world.browser(new Map(page.jar)))
    expect(late.status).toBe(503)
    expect(late.headers.get('connection')).toBe('close')
    expect(await readProblem(late)).toMatchObject({ code: 'relay/closing', retryAfterMs: 2_000 })
    expect((await health(world.relay)).status).toBe(503)
    expect(closed).toBe(0)
    world.controls.tako.release()
    expect((await readToken(await asking)).handle).not.toBe(handle)
    await closing
    await world.relay.close()
    expect(closed).toBe(1)
    expect(world.time.pending()).toBe(0)
  })

  test('behavior: close does not wait for ever', async () => {
    const world = createWorld({ fetch: () => new Promise(() => {}), timing: { shutdownMs: 100 } })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page))
    void token(page, handle)
    await until(() => world.time.pending() === 2)
    const closing = world.relay.close()
    await until(() => world.time.pending() === 3)
    let isClosed = false
    void closing.then(() => {
      isClosed = true
    })
    world.time.advance(99)
    await new Promise(setImmediate)
    expect(isClosed).toBe(false)
    world.time.advance(1)
    await closing
    expect(isClosed).toBe(true)
  })

  test('behavior: what goes on after the answer is handed to the platform', async () => {
    const world = createWorld({ fetch: () => new Promise(() => {}) })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await token(page))
    const kept: Promise<unknown>[] = []
    const context = { waitUntil: (work: Promise<unknown>) => void kept.push(work) }
    const browser = createBrowser({
      jar: page.jar,
      send: (request) => world.relay.fetch(request, context),
    })
    const asking = token(browser, handle)
    await until(() => world.time.pending() === 2)
    world.time.advance(8_000)
    await until(() => world.time.pending() === 2)
    world.time.advance(1_000)
    expect((await asking).status).toBe(503)
    expect(kept).toHaveLength(1)
  })
})

test('behavior: startSession says what is wrong with what it is given', async () => {
  const { relay } = createWorld()
  const request = new Request(`${testOrigin}/login`)
  const tokens = { accessToken: 'a', refreshToken: 'r' }
  await expect(
    relay.startSession(request, { provider: 'nobody' as 'tako', tokens }),
  ).rejects.toMatchObject({
    code: 'config/unknown-provider',
  })
  for (const wrong of [
    { ...tokens, accessToken: '' },
    { ...tokens, accessToken: 'a\ud800' },
    { ...tokens, refreshToken: '' },
    { ...tokens, lifetimeMs: 1_000 },
  ])
    await expect(
      relay.startSession(request, { provider: 'tako', tokens: wrong }),
    ).rejects.toMatchObject({
      code: 'config/invalid',
    })
  await expect(
    relay.startSession(request, { provider: 'tako', account: '', tokens }),
  ).rejects.toMatchObject({
    code: 'config/invalid',
  })
})
