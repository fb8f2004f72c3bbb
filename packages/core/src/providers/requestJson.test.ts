import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { requestJson } from './requestJson.ts'
import { contextOf } from './testing/contextOf.ts'

const url = 'https://api.example.com/refresh'
const secret = 'eyJhbGciOiJIUzI1NiJ9.secret.secret'

describe('requestJson', () => {
  test('default: posts JSON and reads JSON', async () => {
    const context = contextOf({ json: { a: 1 }, status: 400 })
    expect(await requestJson(context, { url, body: { b: 2 }, headers: { 'x-c': '3' } })).toEqual({
      type: 'ok',
      status: 400,
      json: { a: 1 },
      retryAfterMs: undefined,
    })
    expect(context.sent).toEqual([
      {
        method: 'POST',
        url,
        headers: { accept: 'application/json', 'content-type': 'application/json', 'x-c': '3' },
        body: { b: 2 },
      },
    ])
  })

  test('parameters: body left out is an empty body', async () => {
    const context = contextOf({ json: {} })
    await requestJson(context, { url })
    expect(context.sent[0]).toMatchObject({
      headers: { accept: 'application/json' },
      body: undefined,
    })
  })

  test('parameters: form', async () => {
    const form = { grant_type: 'refresh_token', refresh_token: 'a&b=c d\ud800é', scope: undefined }
    let sent: RequestInit | undefined
    await requestJson(
      { now: () => 0, fetch: async (_, init) => ((sent = init), Response.json({})) },
      { url, form },
    )
    const { body, headers } = new Request(url, sent)
    expect(headers.get('content-type')).toBe('application/x-www-form-urlencoded')
    expect(await new Response(body).text()).toBe(
      'grant_type=refresh_token&refresh_token=a%26b%3Dc+d%EF%BF%BD%C3%A9',
    )
  })

  test.each([500, 502, 503, 599])('behavior: JSON at %d is no answer to read', async (status) => {
    const json = { error: 'invalid_grant' }
    expect(await requestJson(contextOf({ json, status }), { url })).toMatchObject({
      type: 'ambiguous',
      error: { code: 'provider/unavailable' },
    })
    expect(
      await requestJson(contextOf({ json, status }), { url, allowServerErrors: true }),
    ).toMatchObject({ type: 'ok', status, json })
  })

  test.each([
    ['HTML at 200', { text: `<html>${secret}</html>` }, 'malformed', 'provider/unreadable'],
    ['cut JSON', { text: `{"token":"${secret}` }, 'malformed', 'provider/unreadable'],
    ['nothing', { text: '' }, 'malformed', 'provider/unreadable'],
    ['HTML at 502', { text: '<html>', status: 502 }, 'ambiguous', 'provider/unavailable'],
    ['429', { text: '', status: 429 }, 'throttled', 'provider/throttled'],
  ])('behavior: %s, and the error quotes nothing', async (_, answer, type, code) => {
    const outcome = await requestJson(contextOf(answer), { url })
    expect(outcome).toMatchObject({ type, error: { code } })
    if (outcome.type === 'ok') throw new Error('unexpected')
    expect(
      JSON.stringify([outcome.error.message, outcome.error.details, outcome.error.cause]),
    ).not.toContain('secret')
  })

  test('behavior: how long to wait, from the header or the body', async () => {
    const header = contextOf({ status: 429, text: '', headers: { 'retry-after': '9' } })
    expect(await requestJson(header, { url })).toMatchObject({ error: { retryAfterMs: 9_000 } })
    const body = contextOf({ status: 429, json: { retryAfterMs: 9_000 } })
    expect(await requestJson(body, { url })).toMatchObject({ error: { retryAfterMs: 9_000 } })
  })

  test('behavior: a network error keeps its cause', async () => {
    const cause = new TypeError('Failed to fetch')
    const context = { now: () => 0, fetch: () => Promise.reject(cause) }
    const outcome = await requestJson(context, { url })
    expect(outcome).toMatchObject({ type: 'ambiguous', error: { code: 'network/failed', cause } })
  })

  test('behavior: an error of ours is passed on', async () => {
    const error = new TakoKitError('network/timeout', 'too long')
    const context = { now: () => 0, fetch: () => Promise.reject(error) }
    expect(await requestJson(context, { url })).toEqual({ type: 'ambiguous', error })
  })
})
