import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { defineProvider, requestJson, succeeded, tako } from '@takokit/core'
import { describe, expect, test } from 'vitest'
import { createBrowser, testOrigin } from '../testing/createBrowser.ts'
import { createWorld, readProblem, readToken } from '../testing/createWorld.ts'
import { until } from '../testing/until.ts'

const right = {
  origin: testOrigin,
  'content-type': 'application/json',
  'x-takokit': '1',
}

/** A relay that records its upstream requests. */
async function setup() {
  const sent: { url: string; init: RequestInit }[] = []
  const world = createWorld({
    fetch: (input, init) => {
      sent.push({ url: input, init })
      return world.emulator.fetch(input, init)
    },
  })
  const page = world.browser()
  await world.start(page, 'tako')
  return { ...world, sent, page }
}

describe('nobody but the configured upstreams is ever asked', () => {
  test.each([
    '/auth/tako/../tako/token/x',
    '/auth/tako%2ftoken',
    '/auth/tako/token%2f',
    '/auth/tako/token%00',
    '/auth/tako/token//',
    '/auth//tako/token/',
    '/auth/',
    '/auth/tako//token',
    '//auth/tako/token',
    '/auth/TAKO/token',
    '/auth/tako/TOKEN',
    '/auth/tako/token;x=1',
    '/auth/tako/token\\..\\x',
    '/auth/evil.example/token',
    '/auth/https://evil.example/token',
    '/auth/https%3a%2f%2fevil.example/token',
    '/auth/tako@evil.example/token',
    '/auth/169.254.169.254/token',
    '/auth/__proto__/token',
    '/auth/constructor/token',
    '/auth/tako/constructor',
    '/auth/tako/v2/refresh_token',
    '/auth/privateCloud/sign-in',
    '/v2/refresh_token',
    '/api/refreshToken.do',
    '/auth',
    '/',
  ])('behavior: no such path: %s', async (path) => {
    const { relay, sent, page } = await setup()
    const url = `${testOrigin}${path.startsWith('//') ? `/${path}` : path}`
    const request = new Request(url, {
      method: 'POST',
      headers: { ...right, cookie: page.cookie() },
      body: '{"account":""}',
    })
    const response = await relay.fetch(request)
    expect(response.status).toBe(404)
    expect(sent).toEqual([])
  })

  test('behavior: a path that a URL parser itself makes plain is that path, and nothing more', async () => {
    const { relay, sent, page } = await setup()
    const headers = { ...right, cookie: page.cookie() }
    for (const path of ['/x/../auth/tako/token', '/auth/./tako/token', '/auth/%2e/tako/token']) {
      const request = new Request(testOrigin + path, {
        method: 'POST',
        headers,
        body: '{"account":""}',
      })
      expect((await relay.fetch(request)).status).toBe(200)
    }
    // Another provider of the same relay, without a session.
    const url = `${testOrigin}/auth/tako/%2e%2e/cloudreve/token`
    const request = new Request(url, { method: 'POST', headers, body: '{"account":""}' })
    expect((await relay.fetch(request)).status).toBe(401)
    expect(sent).toEqual([])
  })

  test.each(['?url=https://evil.example', '?provider=cloudreve', '?refresh_token=x', '?x'])(
    'behavior: no query: %s',
    async (query) => {
      const { page, sent } = await setup()
      const response = await page.post(`/auth/tako/token${query}`)
      expect(response.status).toBe(400)
      expect(sent).toEqual([])
    },
  )

  test('behavior: the host that a request names is nobody’s business', async () => {
    const { relay, sent, page } = await setup()
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const response = await relay.fetch(
      new Request('https://evil.example/auth/tako/token', {
        method: 'POST',
        headers: {
          ...right,
          cookie: page.cookie(),
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          forwarded: 'host=evil.example;proto=http',
          'x-original-url': '/admin',
          'x-rewrite-url': '/admin',
        },
        body: JSON.stringify({ account: '', known: handle }),
      }),
    )
    expect(response.status).toBe(200)
    expect(sent.map(({ url }) => url)).toEqual(['https://api.tako.so/v2/refresh_token'])
  })

  test('behavior: no header and no field of the page’s request goes upstream', async () => {
    const { sent, page } = await setup()
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const response = await page.post(
      '/auth/tako/token',
      {
        account: '',
        known: handle,
        refresh_token: 'smuggled',
        url: 'https://evil.example',
        // A member of this name, as JSON allows, and not the object's prototype.
        ...(JSON.parse('{"__proto__":{"known":"smuggled","polluted":true}}') as object),
        constructor: { prototype: { polluted: true } },
      },
      {
        authorization: 'Bearer smuggled',
        'x-smuggled': 'smuggled',
        'x-request-id': 'smuggled',
        'x-forwarded-for': '127.0.0.1',
        'x-http-method-override': 'DELETE',
        te: 'trailers',
        'user-agent': 'smuggled',
        accept: 'smuggled/type',
      },
    )
    expect(response.status).toBe(200)
    const [request] = sent
    expect([...new Headers(request?.init.headers).keys()].sort()).toEqual([
      'accept',
      'content-type',
      'x-request-id',
    ])
    expect(
      JSON.stringify({ ...request, headers: [...new Headers(request?.init.headers)] }),
    ).not.toContain('smuggled')
    expect(Object.keys(JSON.parse(String(request?.init.body)) as object)).toEqual(['refresh_token'])
    expect(request?.init).toMatchObject({ method: 'POST', redirect: 'manual' })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(response.headers.get('x-request-id')).not.toBe('smuggled')
  })

  test('behavior: who answers at an upstream’s address without its certificate sees a greeting and no request', async () => {
    const heard: Buffer[] = []
    const listener = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', (chunk: Buffer) => {
        heard.push(chunk)
        socket.end('HTTP/1.1 200 OK\r\n\r\n{}')
      })
    }).listen(0, '127.0.0.1')
    await once(listener, 'listening')
    const { port } = listener.address() as AddressInfo
    const world = createWorld({
      providers: [tako({ baseUrl: `https://127.0.0.1:${port}` }) as never],
      allowPrivateUpstreams: true,
      fetch: (input, init) => fetch(input, init),
    })
    const page = world.browser()
    const { refreshToken, accessToken } = await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const response = await page.post('/auth/tako/token', { account: '', known: handle })
    expect(response.status).toBe(503)
    expect(page.jar.size).toBe(1)
    listener.close()
    await once(listener, 'close')
    // TLS handshake records, and nothing after them.
    expect(heard.length).toBeGreaterThan(0)
    for (const bytes of heard) {
      expect(bytes[0]).toBe(0x16)
      expect(bytes.readUInt16BE(3) + 5).toBe(bytes.length)
      for (const secret of [refreshToken, accessToken, 'refresh_token'])
        expect(bytes.includes(secret)).toBe(false)
    }
  })

  test('behavior: header lines cannot be smuggled in', async () => {
    const { page } = await setup()
    for (const value of ['1\r\nx: y', '1\nx: y', '1\0'])
      await expect(page.post('/auth/tako/token', {}, { 'x-takokit': value })).rejects.toThrow(
        TypeError,
      )
    // A page's input never comes back as a header.
    const response = await page.post('/auth/tako/token', { account: 'a\r\nset-cookie: x=y' })
    expect(response.status).toBe(401)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:6379/',
    'https://evil.example/',
    '/v2/other',
  ])('behavior: a redirect to %s is not followed', async (location) => {
    const { controls, sent, page } = await setup()
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    controls.tako.failNext({ type: 'redirect', location }, { times: 2 })
    const response = await page.post('/auth/tako/token', { account: '', known: handle })
    expect(response.status).toBe(503)
    const problem = await readProblem(response)
    expect(problem).toMatchObject({ code: 'provider/unavailable' })
    expect(JSON.stringify(problem)).not.toContain(location)
    expect(new Set(sent.map(({ url }) => url))).toEqual(
      new Set(['https://api.tako.so/v2/refresh_token']),
    )
    expect(page.jar.size).toBe(1)
  })

  test('behavior: a provider itself cannot ask elsewhere, nor by another method', async () => {
    const tried: string[] = []
    const asked: string[] = []
    const urls = [
      'https://evil.example/token',
      'https://mine.example.evil.example/token',
      'http://mine.example/token',
      'https://mine.example:8443/token',
      'https://mine.example@evil.example/token',
      'file:///etc/passwd',
      'data:application/json,{}',
    ]
    const mine = defineProvider({
      name: 'mine',
      origins: ['https://mine.example/api'],
      async refresh(context, { tokens }) {
        for (const url of urls) {
          const answer = await requestJson(context, { url })
          if (answer.type !== 'ok') tried.push(answer.error.code)
        }
        await context
          .fetch('https://mine.example/token', { method: 'GET' })
          .catch(() => tried.push('GET'))
        return succeeded({ ...tokens, accessToken: 'next', lifetimeMs: 60_000 })
      },
    })
    const { relay } = createWorld({
      providers: [mine as never],
      fetch: async (url) => {
        asked.push(url)
        return Response.json({})
      },
    })
    const page = createBrowser({ send: (request) => relay.fetch(request) })
    await createBrowser({
      jar: page.jar,
      send: (request) =>
        relay.startSession(request, {
          provider: 'mine' as never,
          tokens: { accessToken: 'a', refreshToken: 'r' },
        }),
    }).post('/login')
    const { handle } = await readToken(await page.post('/auth/mine/token'))
    expect(
      await readToken(await page.post('/auth/mine/token', { account: '', known: handle })),
    ).toMatchObject({ accessToken: 'next' })
    expect(tried).toEqual([...urls.map(() => 'request/foreign-origin'), 'GET'])
    expect(asked).toEqual([])
  })

  test('behavior: an answer without end, and one that is too large, are cut off', async () => {
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            controller.enqueue(new Uint8Array(16_384).fill(32))
          },
        }),
        { headers: { 'content-type': 'application/json' } },
      )
    let count = 0
    const world = createWorld({
      fetch: async () => {
        count += 1
        return endless()
      },
    })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const response = await page.post('/auth/tako/token', { account: '', known: handle })
    expect(response.status).toBe(503)
    // One retry of the unreadable response, then a wait.
    expect(count).toBe(2)
    expect(page.jar.size).toBe(1)
  })

  test('behavior: an upstream that never answers is given up on, and what it says later counts for nothing', async () => {
    const signals: (AbortSignal | null | undefined)[] = []
    const world = createWorld({
      fetch: (_, { signal }) =>
        new Promise((_, reject) => {
          signals.push(signal)
          signal?.addEventListener('abort', () => reject(signal.reason))
        }),
    })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const answering = page.post('/auth/tako/token', { account: '', known: handle })
    await until(() => signals.length === 1)
    // The page does not wait longer than its own limit; the task continues.
    world.time.advance(9_000)
    const response = await answering
    expect(response.status).toBe(503)
    expect(await readProblem(response)).toMatchObject({
      code: 'provider/unavailable',
      retryAfterMs: 1_000,
    })
    expect(response.headers.get('retry-after')).toBe('1')
    expect(page.jar.size).toBe(1)
    expect(signals[0]?.aborted).toBe(false)
    world.time.advance(111_000)
    await until(() => signals[0]?.aborted === true)
    expect(signals).toHaveLength(1)
  })

  test('behavior: only known fields are copied back', async () => {
    const world = createWorld({
      fetch: async () =>
        Response.json(
          {
            status: 'success',
            data: {
              token: 'next',
              refresh_token: 'never-in-the-page',
              expires_in: 3600,
              admin: 'extra-field',
            },
          },
          {
            headers: {
              'set-cookie': 'upstream=1',
              'x-upstream': 'extra-field',
              server: 'extra-field',
            },
          },
        ),
    })
    const page = world.browser()
    await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const response = await page.post('/auth/tako/token', { account: '', known: handle })
    const text = await response.text()
    expect(Object.keys(JSON.parse(text) as object).sort()).toEqual([
      'accessToken',
      'expiresInMs',
      'handle',
      'subject',
    ])
    expect(JSON.stringify([...response.headers])).not.toMatch(
      /upstream|extra-field|never-in-the-page/,
    )
    expect(text).not.toContain('never-in-the-page')
  })
})
