import { beforeEach, describe, expect, test } from 'vitest'
import { testOrigin } from '../testing/createBrowser.ts'
import { createWorld, readProblem } from '../testing/createWorld.ts'

const right = {
  origin: testOrigin,
  'sec-fetch-site': 'same-origin',
  'sec-fetch-mode': 'cors',
  'content-type': 'application/json',
  'x-takokit': '1',
}
type Headers = Partial<Record<keyof typeof right, string | undefined>>

describe('what a page of another origin could have a browser send', () => {
  let world: ReturnType<typeof createWorld>
  let cookie: string

  // The victim is signed in: each attack carries the cookie, as if no browser withheld it.
  beforeEach(async () => {
    world = createWorld()
    const page = world.browser()
    await world.start(page, 'cloudreve')
    cookie = page.cookie()
  })

  function send(call: string, changed: Headers = {}, init: RequestInit = {}) {
    const headers = Object.entries({ ...right, ...changed }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string]],
    )
    return world.relay.fetch(
      new Request(`${testOrigin}/auth/cloudreve/${call}`, {
        method: 'POST',
        headers: [...headers, ['cookie', cookie]],
        body: JSON.stringify({ account: '' }),
        ...init,
      }),
    )
  }

  test('default: the same from the page itself passes', async () => {
    expect((await send('token')).status).toBe(200)
    expect((await send('token', { 'sec-fetch-site': undefined })).status).toBe(200)
    expect((await send('token', { origin: undefined })).status).toBe(200)
    expect(
      (await send('token', { 'content-type': 'application/json; charset=utf-8' })).status,
    ).toBe(200)
  })

  const attacks: [string, Headers, number][] = [
    [
      'a form of another site',
      {
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
        'sec-fetch-mode': 'navigate',
        'content-type': 'application/x-www-form-urlencoded',
        'x-takokit': undefined,
      },
      403,
    ],
    [
      'a form whose text looks like JSON',
      { origin: 'https://evil.example', 'content-type': 'text/plain', 'x-takokit': undefined },
      403,
    ],
    ['the header missing', { 'x-takokit': undefined }, 403],
    ['the header empty', { 'x-takokit': '' }, 403],
    ['the header twice', { 'x-takokit': '1, 1' }, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    [
      'another origin, and no Sec-Fetch-Site',
      { origin: 'https://evil.example', 'sec-fetch-site': undefined },
      403,
    ],
    ['origin and Sec-Fetch-Site missing', { origin: undefined, 'sec-fetch-site': undefined }, 403],
    ['the null origin of a sandboxed frame', { origin: 'null' }, 403],
    [
      'the null origin, and no Sec-Fetch-Site',
      { origin: 'null', 'sec-fetch-site': undefined },
      403,
    ],
    [
      'a sibling subdomain',
      { origin: 'https://evil.dapp.example', 'sec-fetch-site': 'same-site' },
      403,
    ],
    [
      'a sibling subdomain, by Sec-Fetch-Site alone',
      { origin: undefined, 'sec-fetch-site': 'same-site' },
      403,
    ],
    ['the right origin said by a request from elsewhere', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a request that no page made', { 'sec-fetch-site': 'none' }, 403],
    ['another scheme', { origin: 'http://dapp.example' }, 403],
    ['another port', { origin: 'https://dapp.example:8443' }, 403],
    ['a longer host', { origin: 'https://dapp.example.evil.example' }, 403],
    ['a longer name', { origin: 'https://evildapp.example' }, 403],
    ['a path behind the origin', { origin: 'https://dapp.example/' }, 403],
    ['another case', { origin: 'https://DAPP.example' }, 403],
    ['two origins', { origin: 'https://dapp.example, https://evil.example' }, 403],
    ['user info', { origin: 'https://dapp.example@evil.example' }, 403],
    ['an opaque request', { 'sec-fetch-mode': 'no-cors' }, 403],
    ['a navigation', { 'sec-fetch-mode': 'navigate' }, 403],
    ['no content type', { 'content-type': undefined }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['plain text', { 'content-type': 'text/plain' }, 415],
    ['plain text that mentions JSON', { 'content-type': 'text/plain; application/json' }, 415],
    ['a type that begins like JSON', { 'content-type': 'application/jsonp' }, 415],
    ['JSON in another charset', { 'content-type': 'application/json; charset=utf-7' }, 415],
    ['JSON with a parameter', { 'content-type': 'application/json; boundary=x' }, 415],
  ]

  test.each(attacks)('behavior: refused: %s', async (_, changed, status) => {
    for (const call of ['token', 'sign-out', 'sign-in']) {
      const response = await send(call, changed, call === 'sign-in' ? { body: '{}' } : {})
      // Cloudreve has no sign-in: the path does not exist.
      if (call === 'sign-in') expect(response.status).toBe(404)
      else expect(response.status).toBe(status)
      expect(response.headers.getSetCookie()).toEqual([])
      expect(response.headers.has('access-control-allow-origin')).toBe(false)
      expect(JSON.stringify(await readProblem(response))).not.toContain('eyJ')
    }
    // Nothing happened: the session is there, and no request went upstream.
    expect(world.controls.cloudreve.counters().requests).toBe(0)
    expect((await send('token')).status).toBe(200)
  })

  test.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'behavior: %s is refused',
    async (method) => {
      const init = method === 'GET' || method === 'HEAD' ? { method, body: null } : { method }
      const response = await send('token', {}, init)
      expect(response.status).toBe(405)
      expect(response.headers.get('allow')).toBe('POST')
      expect(
        [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
      ).toEqual([])
    },
  )

  test('behavior: a preflight is never granted', async () => {
    const response = await world.relay.fetch(
      new Request(`${testOrigin}/auth/cloudreve/token`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://evil.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'x-takokit, content-type',
        },
      }),
    )
    expect(response.ok).toBe(false)
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
  })

  test('behavior: sign-in too', async () => {
    const body = JSON.stringify({
      address: `0x${'1'.repeat(40)}`,
      message: 'm',
      signature: `0x${'1'.repeat(130)}`,
    })
    for (const [, changed, status] of attacks) {
      const headers = Object.entries({ ...right, ...changed }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as [string, string]],
      )
      const request = new Request(`${testOrigin}/auth/tako/sign-in`, {
        method: 'POST',
        headers,
        body,
      })
      expect((await world.relay.fetch(request)).status).toBe(status)
    }
    expect(world.controls.tako.counters().signIns).toBe(0)
  })

  test('parameters: several origins', async () => {
    const two = createWorld({ origin: ['https://a.example', 'https://b.example'] })
    const ask = (origin: string) =>
      two.relay.fetch(
        new Request('https://b.example/auth/cloudreve/token', {
          method: 'POST',
          headers: { ...right, origin },
          body: '{"account":""}',
        }),
      )
    // 401: the call was accepted, and there is no session.
    expect((await ask('https://a.example')).status).toBe(401)
    expect((await ask('https://b.example')).status).toBe(401)
    expect((await ask(testOrigin)).status).toBe(403)
  })
})

describe('relay.checkSameOrigin, for routes of the dapp’s own', () => {
  const { relay } = createWorld({ origin: ['https://a.example', 'https://b.example'] })
  const check = (headers: Record<string, string>, method = 'POST') =>
    relay.checkSameOrigin(new Request('https://a.example/login', { method, headers }))

  test.each([
    { origin: 'https://a.example' },
    { origin: 'https://b.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' },
  ])('default: passes %o, a form too', (headers) => {
    expect(check(headers)).toBeUndefined()
    expect(
      check({ ...headers, 'content-type': 'application/x-www-form-urlencoded' }),
    ).toBeUndefined()
  })

  test('behavior: what a person typed passes where nothing is sent', () => {
    expect(check({ 'sec-fetch-site': 'none' }, 'GET')).toBeUndefined()
    expect(check({ 'sec-fetch-site': 'none' })?.status).toBe(403)
    expect(check({ 'sec-fetch-site': 'none', origin: 'null' }, 'GET')?.status).toBe(403)
  })

  test.each([
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'https://evil.a.example', 'sec-fetch-site': 'same-site' },
    { origin: 'http://a.example' },
    { origin: 'https://a.example', 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', 'x-takokit': '1', 'content-type': 'application/json' },
  ])('behavior: refuses %o with a problem document', async (headers) => {
    for (const method of ['POST', 'GET']) {
      const refusal = check(headers as Record<string, string>, method)
      expect(refusal?.status).toBe(403)
      expect(await refusal?.json()).toMatchObject({ code: 'request/cross-site' })
    }
  })
})

test('default: every answer has the headers that keep it out of caches and frames', async () => {
  const world = createWorld()
  const page = world.browser()
  await world.start(page, 'tako')
  const answers = [
    await page.post('/auth/tako/token'),
    await page.post('/auth/tako/sign-out'),
    await page.post('/auth/tako/token'),
    await page.post('/auth/nobody/token'),
    await world.relay.fetch(new Request(`${testOrigin}/auth/healthz`)),
  ]
  for (const { headers } of answers) {
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  }
})

test('default: a refusal is a problem document with a stable code', async () => {
  const world = createWorld()
  const response = await world.browser().post('/auth/tako/token')
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await readProblem(response)).toEqual({
    type: 'urn:takokit:session/signed-out',
    title: 'Nobody is signed in here.',
    status: 401,
    code: 'session/signed-out',
  })
})
