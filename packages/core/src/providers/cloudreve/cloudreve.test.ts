import { cloudreveFixture } from '@takokit/emulator/fixtures'
import { describe, expect, test } from 'vitest'
import { contextOf } from '../testing/contextOf.ts'
import { cloudreve } from './cloudreve.ts'

const baseUrl = 'https://files.example.com/api/v4'
const provider = cloudreve({ baseUrl })
const tokens = { accessToken: 'a', refreshToken: 'r', lifetimeMs: 1 }
const refresh = (context: ReturnType<typeof contextOf>) =>
  provider.refresh(context, { tokens, account: 'lpua' })
const envelope = (code: number, rest: object = {}) => ({
  code,
  msg: 'because',
  data: null,
  ...rest,
})

describe('cloudreve', () => {
  test('default: the documented refresh, as asked and as answered', async () => {
    const { data } = cloudreveFixture.refresh.response.body
    const context = contextOf({ json: cloudreveFixture.refresh.response.body })
    expect(await refresh(context)).toEqual({
      type: 'ok',
      tokens: {
        accessToken: data.access_token,
        refreshToken: data.refresh_token,
        lifetimeMs: 3_600_000,
        refreshExpiresAt: Date.parse('2025-10-23T06:58:28.456Z'),
        subject: 'lpua',
      },
    })
    expect(context.sent).toEqual([
      {
        method: 'POST',
        url: `${baseUrl}/session/token/refresh`,
        // No `authorization`: the server would respond to an expired one instead of the refresh token.
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: { refresh_token: 'r' },
      },
    ])
  })

  test.each([
    ['nine fractional digits and a zone', '2025-04-26T15:58:28.456762789+08:00', 3_600_456],
    ['none', '2025-04-26T07:58:28Z', 3_600_000],
    ['an instant that has passed', '2025-04-26T06:58:28Z', 3_600_000],
    ['an instant so far that a clock must be wrong', '2025-04-27T07:58:28Z', 3_600_000],
    ['nonsense', 'soon', 3_600_000],
    ['a number', 1_745_654_308, 3_600_000],
  ])(
    'behavior: where the token is opaque, access_expires counts: %s',
    async (_, access_expires, lifetimeMs) => {
      const data = { access_token: 'opaque', refresh_token: 'r', access_expires }
      const nowAt = Date.parse('2025-04-26T06:58:28Z')
      const outcome = await refresh(contextOf({ json: { code: 0, data }, nowAt }))
      expect(outcome).toMatchObject({ type: 'ok', tokens: { lifetimeMs } })
    },
  )

  test.each([
    [401, 'terminal', 'provider/refused'],
    [40020, 'terminal', 'provider/refused'],
    [40088, 'terminal', 'provider/refused'],
    [40089, 'terminal', 'provider/refused'],
    [40001, 'transient', 'provider/unavailable'],
    [50001, 'transient', 'provider/unavailable'],
    [203, 'transient', 'provider/unavailable'],
  ])('behavior: code %i at HTTP 200 is %s', async (code, type, ours) => {
    const correlation_id = 'b4351ecc-ee1a-4455-bc94-2c3dbcc58538'
    const outcome = await refresh(contextOf({ json: envelope(code, { correlation_id }) }))
    expect(outcome).toMatchObject({
      type,
      error: { code: ours, providerCode: code, details: 'because', correlationId: correlation_id },
    })
  })

  test('behavior: the errors of a batch are kept in the details', async () => {
    const aggregated_error = { a: envelope(1, { msg: 'one' }), b: envelope(2, { msg: 'two' }) }
    const outcome = await refresh(contextOf({ json: envelope(203, { aggregated_error }) }))
    expect(outcome).toMatchObject({ error: { details: 'because; one; two' } })
  })

  test('behavior: code 0 without tokens is malformed', async () => {
    expect(await refresh(contextOf({ json: { code: 0, data: {} } }))).toMatchObject({
      type: 'malformed',
    })
  })

  test('behavior: sign-out revokes the refresh token', async () => {
    const context = contextOf({ json: { code: 0 } })
    await provider.revoke?.(context, { tokens, account: 'lpua' })
    expect(context.sent).toEqual([
      {
        method: 'DELETE',
        url: `${baseUrl}/session/token`,
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          authorization: 'Bearer a',
        },
        body: { refresh_token: 'r' },
      },
    ])
  })

  const json = { 'content-type': 'application/json; charset=utf-8' }
  test.each([
    ['HTTP 401', new Response('no', { status: 401 }), true],
    ['code 401 at HTTP 200', new Response('{"code":401}', { headers: json }), true],
    ['code 0', new Response('{"code":0}', { headers: json }), false],
    ['another code', new Response('{"code":40001}', { headers: json }), false],
    ['cut JSON', new Response('{"code":401', { headers: json }), false],
    // A stream of records may never end.
    [
      'a sequence of JSON',
      new Response('{"code":401}', { headers: { 'content-type': 'application/json-seq' } }),
      false,
    ],
    [
      'a file that looks like it',
      new Response('{"code":401}', { headers: { 'content-type': 'text/plain' } }),
      false,
    ],
    ['no body', new Response(null, { headers: json }), false],
  ])('behavior: refused? %s', async (_, response, isRefused) => {
    expect(await provider.isRefused?.(response)).toBe(isRefused)
    expect(response.bodyUsed).toBe(false)
  })

  test('behavior: of a large answer no more than 64 kB is looked into', async () => {
    let pulled = 0
    const body = new ReadableStream({
      pull(controller) {
        pulled++
        controller.enqueue(new TextEncoder().encode('x'.repeat(16_384)))
      },
    })
    const response = new Response(body, { headers: json })
    expect(await provider.isRefused?.(response)).toBe(false)
    expect(pulled).toBeLessThan(10)
    await response.body?.cancel()
  })
})
