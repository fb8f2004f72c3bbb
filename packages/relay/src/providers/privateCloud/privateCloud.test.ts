import { inspect } from 'node:util'
import { TakoKitError, type TokenOutcome } from '@takokit/core'
import { createEmulator, type PrivateCloudOptions as EmulatedOptions } from '@takokit/emulator'
import { privateCloudFixture } from '@takokit/emulator/fixtures'
import { describe, expect, test } from 'vitest'
import { privateCloud, type PrivateCloudOptions } from './privateCloud.ts'

const demo = {
  baseUrl: 'https://cloud.example.com',
  clientId: 'demo-client',
  clientSecret: 'demo-secret',
}
const before = { accessToken: 'old-access', refreshToken: 'old-refresh', lifetimeMs: 1 }

type Answer = () => Response | Promise<Response>

/** Sends one request to a stub of the deployment. */
function ask(answer: Answer, options: Partial<PrivateCloudOptions> = {}) {
  const sent: { url: string; init: RequestInit | undefined }[] = []
  const provider = privateCloud({ ...demo, ...options })
  const outcome = provider.refresh(
    {
      now: () => 0,
      fetch: async (url, init) => {
        sent.push({ url, init })
        return answer()
      },
    },
    { tokens: before, account: 'a' },
  )
  return { outcome, sent }
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status })
const errorOf = (outcome: TokenOutcome) => (outcome.type === 'ok' ? undefined : outcome.error)

describe('the request', () => {
  test('default: as documented: Basic credentials, parameters in the query, no body', async () => {
    const { outcome, sent } = ask(json(privateCloudFixture.refresh.response.body))
    expect(await outcome).toMatchObject({ type: 'ok', tokens: { lifetimeMs: 3_600_000 } })
    expect(sent).toEqual([
      {
        url: 'https://cloud.example.com/api/refreshToken.do?grant_type=refresh_token&refresh_token=old-refresh',
        init: {
          method: 'POST',
          headers: {
            accept: 'application/json',
            authorization: `Basic ${btoa('demo-client:demo-secret')}`,
          },
        },
      },
    ])
  })

  test('parameters: paths, parameters, fields', async () => {
    const { outcome, sent } = ask(json({ token: 'new-access', renew: 'new-refresh', ttl: '60' }), {
      baseUrl: 'https://cloud.example.com/tenant/',
      paths: { refresh: '/v3/renew.do' },
      parameters: { grantType: 'grant', refreshToken: 'token' },
      fields: { accessToken: 'token', refreshToken: 'renew', expiresIn: 'ttl' },
    })
    expect(await outcome).toMatchObject({
      type: 'ok',
      tokens: { accessToken: 'new-access', refreshToken: 'new-refresh', lifetimeMs: 60_000 },
    })
    expect(sent[0]?.url).toBe(
      'https://cloud.example.com/tenant/v3/renew.do?grant=refresh_token&token=old-refresh',
    )
  })

  test('behavior: credentials beyond Latin-1, as the emulator reads them', async () => {
    const [clientId, clientSecret] = ['клиент', 'geheim:ß-秘密-🔑']
    const { fetch, controls } = createEmulator({ privateCloud: { clientId, clientSecret } })
    const provider = privateCloud({ ...demo, clientId, clientSecret })
    const { refreshToken, accessToken } = await controls.issue('privateCloud')
    const outcome = await provider.refresh(
      { now: Date.now, fetch },
      { tokens: { accessToken, refreshToken, lifetimeMs: 1 }, account: 'a' },
    )
    expect(outcome.type).toBe('ok')
  })

  test('behavior: a token with every character that a query could trip over', async () => {
    const { outcome, sent } = ask(json({ access_token: 'a' }))
    await outcome
    const odd = 'a&b=c#d e+f/g?h%20ß秘'
    const provider = privateCloud(demo)
    await provider.refresh(
      {
        now: () => 0,
        fetch: async (url, init) => (sent.push({ url, init }), json({ access_token: 'a' })()),
      },
      { tokens: { ...before, refreshToken: odd }, account: 'a' },
    )
    const { searchParams, hash } = new URL(sent[1]?.url ?? '')
    expect([searchParams.get('refresh_token'), hash]).toEqual([odd, ''])
  })

  test('parameters: clientSecret by a function, asked for each time', async () => {
    let count = 0
    const { outcome, sent } = ask(json({ access_token: 'a' }), {
      clientSecret: async () => `secret-${++count}`,
    })
    await outcome
    expect(sent[0]?.init?.headers).toMatchObject({
      authorization: `Basic ${btoa('demo-client:secret-1')}`,
    })
  })

  test('behavior: a function that fails: nothing is sent, and nobody is signed out', async () => {
    const { outcome, sent } = ask(json({}), {
      clientSecret: () => Promise.reject(new Error('https://vault.example/?token=canary')),
    })
    expect(await outcome).toMatchObject({
      type: 'transient',
      error: { code: 'provider/unavailable' },
    })
    expect(inspect(await outcome, { depth: 9 })).not.toContain('canary')
    expect(sent).toEqual([])
  })

  test.each([
    ['the new one first', ['new-secret', 'old-secret'], 'new-secret', 1],
    ['the old one where the deployment is behind', ['new-secret', 'old-secret'], 'old-secret', 2],
  ] as const)('parameters: two clientSecrets: %s', async (_, clientSecret, known, requests) => {
    const { fetch, controls } = createEmulator({
      privateCloud: { clientSecret: known, reuse: 'strict' },
    })
    let count = 0
    const { refreshToken, accessToken } = await controls.issue('privateCloud')
    const outcome = await privateCloud({ ...demo, clientSecret }).refresh(
      {
        now: Date.now,
        fetch: (...parameters) => {
          count += 1
          return fetch(...parameters)
        },
      },
      { tokens: { accessToken, refreshToken, lifetimeMs: 1 }, account: 'a' },
    )
    expect(outcome.type).toBe('ok')
    expect(count).toBe(requests)
    expect(controls.privateCloud.counters()).toMatchObject({ presentations: 1, rotations: 1 })
  })
})

describe('the answer', () => {
  test.each([
    [
      'without a refresh token: the old one stays',
      { access_token: 'a', expires_in: 3600 },
      { refreshToken: 'old-refresh' },
    ],
    [
      'an empty refresh token: the old one stays',
      { access_token: 'a', refresh_token: '' },
      { refreshToken: 'old-refresh' },
    ],
    [
      'a null refresh token: the old one stays',
      { access_token: 'a', refresh_token: null },
      { refreshToken: 'old-refresh' },
    ],
    ['no lifetime', { access_token: 'a' }, { lifetimeMs: 3_600_000 }],
    [
      'a lifetime that is none',
      { access_token: 'a', expires_in: 'soon' },
      { lifetimeMs: 3_600_000 },
    ],
    ['a lifetime as a text', { access_token: 'a', expires_in: '1800' }, { lifetimeMs: 1_800_000 }],
    ['a lifetime of nothing', { access_token: 'a', expires_in: 0 }, { lifetimeMs: 3_600_000 }],
    ['a lifetime below nothing', { access_token: 'a', expires_in: -5 }, { lifetimeMs: 3_600_000 }],
    ['a lifetime under a minute', { access_token: 'a', expires_in: 15 }, { lifetimeMs: 15_000 }],
    [
      'milliseconds as seconds',
      { access_token: 'a', expires_in: 3_600_000 },
      { lifetimeMs: 3_600_000 },
    ],
    ['a lifetime without end', { access_token: 'a', expires_in: 1e12 }, { lifetimeMs: 3_600_000 }],
  ])('behavior: %s', async (_, body, tokens) => {
    expect(await ask(json(body)).outcome).toMatchObject({ type: 'ok', tokens })
  })

  test.each([200, 201, 202, 203, 206])('behavior: tokens at HTTP %i count', async (status) => {
    const tokens = { accessToken: 'a', refreshToken: 'b' }
    const body = { access_token: 'a', refresh_token: 'b' }
    expect(await ask(json(body, status)).outcome).toMatchObject({ type: 'ok', tokens })
  })

  test.each([
    ['invalid_grant', json({ error: 'invalid_grant' }, 400), 'terminal'],
    ['invalid_token at 401', json({ error: 'invalid_token' }, 401), 'terminal'],
    ['words of its own at 401', json({ error: 'refresh token expired' }, 401), 'terminal'],
    ['400 without a word', json({ message: 'bad' }, 400), 'terminal'],
    ['403 without a word', json({}, 403), 'terminal'],
    ['invalid_client: the operator’s mistake', json({ error: 'invalid_client' }, 401), 'transient'],
    ['401 without a word: Basic refused', json({}, 401), 'transient'],
    ['unauthorized_client', json({ error: 'unauthorized_client' }, 400), 'transient'],
    ['invalid_request', json({ error: 'invalid_request' }, 400), 'malformed'],
    ['a failure at 200', json({ code: 401, success: false, msg: 'token expired' }), 'terminal'],
    ['a failure at 200, its code a text', json({ code: '1003', success: false }), 'terminal'],
    ['a failure at 401', json({ code: 401, success: false }, 401), 'terminal'],
    ['an error at 200', json({ code: 500, success: false, msg: 'system error' }), 'transient'],
    ['an error at 500', json({ code: 500, success: false }, 500), 'ambiguous'],
    ['a success without tokens', json({ code: 0, success: true }), 'malformed'],
    ['200 without tokens', json({ ok: true }), 'malformed'],
    ['200 with an empty token', json({ access_token: '' }), 'malformed'],
    ['200 with a token that is no text', json({ access_token: { a: 1 } }), 'malformed'],
    ['a list', json([1]), 'malformed'],
    ['null', json(null), 'malformed'],
    ['HTML', () => new Response('<html>'), 'malformed'],
    ['500 with JSON', json({ error: 'server_error' }, 500), 'ambiguous'],
    ['502 with HTML', () => new Response('<html>', { status: 502 }), 'ambiguous'],
    ['429', json({}, 429), 'throttled'],
    ['no connection', () => Promise.reject(new TypeError('fetch failed')), 'ambiguous'],
  ] as [string, Answer, TokenOutcome['type']][])('behavior: %s', async (_, answer, type) => {
    expect((await ask(answer).outcome).type).toBe(type)
  })

  test('parameters: isRefused: a deployment with words of its own', async () => {
    const isRefused = ({ json: body }: { json: unknown }) =>
      JSON.stringify(body).includes('TOKEN_DEAD')
    expect((await ask(json({ result: 'TOKEN_DEAD' }), { isRefused }).outcome).type).toBe('terminal')
    expect((await ask(json({ error: 'whatever' }, 400), { isRefused }).outcome).type).toBe(
      'malformed',
    )
  })

  test('behavior: no error, nor any cause of one, holds the URL’s token or the secret', async () => {
    const answers: Answer[] = [
      () =>
        Promise.reject(
          new TypeError(
            'request to https://cloud.example.com/api/refreshToken.do?grant_type=refresh_token&refresh_token=old-refresh failed',
          ),
        ),
      () =>
        Promise.reject(
          new Error('x', {
            cause: new Error(
              `Basic ${btoa('demo-client:demo-secret')} refresh_token=old-refresh demo-secret`,
            ),
          }),
        ),
      () =>
        Promise.reject(
          new TakoKitError('network/failed', 'sent old-refresh', {
            details: 'demo-secret',
            correlationId: 'old-refresh',
          }),
        ),
      json(
        { error: 'token old-refresh is dead', error_description: 'old-refresh for demo-secret' },
        400,
      ),
      json({ error: 'invalid_client', error_description: `${'x'.repeat(492)}old-refresh` }, 401),
    ]
    for (const answer of answers) {
      const error = errorOf(await ask(answer).outcome)
      expect(error).toBeInstanceOf(TakoKitError)
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(
        /old-ref|demo-secret|ZGVtby1jbGllbn/,
      )
    }
  })
})

test.each([
  [{ baseUrl: 'cloud.example.com' }, '`baseUrl`'],
  [{ baseUrl: '/cloud' }, '`baseUrl`'],
  [{ baseUrl: 'http://cloud.example.com' }, 'http://cloud.example.com'],
  [{ paths: { refresh: 'api/x.do' } }, '`paths.refresh`'],
  [{ paths: { refresh: '/x.do?a=b' } }, '`paths.refresh`'],
  [{ clientId: '' }, '`clientId`'],
  [{ clientId: 'a:b' }, '`clientId`'],
  [{ clientSecret: '' }, '`clientSecret`'],
  [{ clientSecret: ['canary-secret', ''] as const }, '`clientSecret`'],
  [{ name: 'a b' }, 'name'],
])('behavior: a mistake in the options is named: %o', (options, named) => {
  const make = () => privateCloud({ ...demo, ...options } as PrivateCloudOptions)
  expect(make).toThrow(TakoKitError)
  expect(make).toThrow(named)
  expect(make).not.toThrow(/canary-secret/)
})

test('default: through the emulator, with its options', async () => {
  const options: EmulatedOptions[] = [
    {},
    { omitRefreshToken: true },
    {
      fields: { accessToken: 'at', refreshToken: 'rt', expiresIn: 'ei' },
      paths: { refresh: '/x.do' },
    },
  ]
  for (const emulated of options) {
    const { fetch, controls } = createEmulator({ privateCloud: emulated })
    const { refreshToken, accessToken } = await controls.issue('privateCloud')
    const provider = privateCloud({ ...demo, fields: emulated.fields, paths: emulated.paths })
    const outcome = await provider.refresh(
      { now: Date.now, fetch },
      { tokens: { accessToken, refreshToken, lifetimeMs: 1 }, account: 'a' },
    )
    expect(outcome.type).toBe('ok')
  }
})
