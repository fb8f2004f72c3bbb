import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testOrigin } from './testing/createBrowser.ts'
import { createWorld, readToken, testSecret } from './testing/createWorld.ts'

const runs = 5_000

/** Small changes of a valid text reach deeper into a parser than noise. */
function mutated(text: string): fc.Arbitrary<string> {
  const at = fc.nat(text.length)
  const odd = fc.constantFrom(
    '',
    '\0',
    '\n',
    '%',
    '%00',
    '%2f',
    '..',
    '/',
    '\\',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ';',
    '=',
    '.',
    'é',
    '🔑',
    '\ud800',
    '__proto__',
    'null',
    '-1',
    '1e999',
    'a'.repeat(5_000),
  )
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(text) },
    fc.tuple(at, odd).map(([start, piece]) => text.slice(0, start) + piece + text.slice(start)),
    fc
      .tuple(at, at, odd)
      .map(
        ([start, end, piece]) =>
          text.slice(0, Math.min(start, end)) + piece + text.slice(Math.max(start, end)),
      ),
    at.map((end) => text.slice(0, end)),
    fc.tuple(at, at).map(([start, end]) => text.slice(start) + text.slice(0, end)),
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
}

const headerNames = [
  'origin',
  'content-type',
  'x-takokit',
  'sec-fetch-site',
  'sec-fetch-mode',
  'cookie',
  'content-length',
  'x-request-id',
  'transfer-encoding',
  'x-forwarded-for',
  'content-encoding',
  'authorization',
  'x-http-method-override',
] as const

test(`behavior: ${runs} mutated requests: no 5xx, no hang, no secret, and nothing is upset`, async () => {
  const world = createWorld({ logger: false, metrics: () => {} })
  const page = world.browser()
  const { refreshToken } = await world.start(page, 'tako')
  const { handle } = await readToken(await page.post('/auth/tako/token'))
  const cookie = page.cookie()
  const bodies = [
    JSON.stringify({ account: '' }),
    JSON.stringify({
      account: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
      known: handle.replace(/\d+$/, '0'),
    }),
    JSON.stringify({
      address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266',
      message: 'm',
      signature: `0x${'1b'.repeat(65)}`,
    }),
    '',
  ]
  const right: Partial<Record<(typeof headerNames)[number], string>> = {
    origin: testOrigin,
    'content-type': 'application/json',
    'x-takokit': '1',
    'sec-fetch-site': 'same-origin',
    cookie,
  }
  const requests = fc.record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constant('POST') },
      fc.constantFrom('GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'BREW'),
    ),
    path: fc
      .constantFrom(
        '/auth/tako/token',
        '/auth/tako/sign-in',
        '/auth/cloudreve/token',
        '/auth/cloudreve/sign-out',
        '/auth/healthz',
      )
      .chain(mutated),
    headers: fc.tuple(
      ...headerNames.map((name) =>
        fc.oneof({ weight: 8, arbitrary: fc.constant(right[name]) }, mutated(right[name] ?? '1')),
      ),
    ),
    body: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...bodies).chain(mutated) },
      fc.json({ maxDepth: 6 }),
      fc.uint8Array({ maxLength: 200 }),
    ),
  })

  const statuses = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(requests, async ({ method, path, headers, body }) => {
      const request = makeRequest(method, path, headers, body)
      // No client could send this.
      if (!request) return
      const response = await world.relay.fetch(request)
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
      const text = await response.text()
      expect(response.status, `${method} ${path}: ${text}`).toBeLessThan(500)
      if (text) JSON.parse(text)
      const all = text + JSON.stringify([...response.headers])
      expect(all.includes(testSecret) || all.includes(refreshToken)).toBe(false)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.has('access-control-allow-origin')).toBe(false)
    }),
    { numRuns: runs, seed: 20_240_601, endOnFailure: true },
  )
  // Every status was reached, and no timer is left.
  for (const status of [200, 400, 401, 403, 404, 405, 413, 415])
    expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(0)
  expect(world.time.pending()).toBe(0)
  expect((await readToken(await page.post('/auth/tako/token'))).handle).toBe(handle)
}, 60_000)

function makeRequest(
  method: string,
  path: string,
  headers: readonly (string | undefined)[],
  body: string | Uint8Array,
): Request | undefined {
  const sent = new Headers()
  for (const [index, name] of headerNames.entries()) {
    const value = headers[index]
    try {
      if (value !== undefined) sent.set(name, value)
    } catch {
      // No header can hold this.
    }
  }
  try {
    const hasBody = method !== 'GET' && method !== 'HEAD'
    return new Request(testOrigin + (path.startsWith('/') ? path : `/${path}`), {
      method,
      headers: sent,
      ...(hasBody && { body: body as BodyInit }),
    })
  } catch {
    return undefined
  }
}
