import { describe, expect, test } from 'vitest'
import { createEmulator } from './createEmulator.ts'
import { documentedAt, setup, signIn } from './testing/setup.ts'

const origin = 'https://dapp.example'

describe('fetch', () => {
  test('default: takes what fetch takes', async () => {
    const { fetch } = createEmulator()
    const url = 'https://api.tako.so/v2/token'
    for (const input of [url, new URL(url), new Request(url, { method: 'POST' })])
      expect((await fetch(input, { method: 'POST' })).status).toBe(400)
    expect((await fetch(new Request(url, { method: 'POST' }))).status).toBe(400)
  })

  test('behavior: stands in for the platform’s own', async () => {
    const platform: typeof globalThis.fetch = createEmulator().fetch
    expect((await platform('https://api.tako.so/v2/token', { method: 'POST' })).status).toBe(400)
  })

  test('behavior: unknown paths and methods', async () => {
    const { send } = setup()
    expect((await send('POST', '/v2/nothing')).status).toBe(404)
    expect((await send('GET', '/v2/token')).status).toBe(404)
  })

  test('behavior: an aborted caller is let go while the server works on', async () => {
    const { fetch, controls } = setup()
    const { refreshToken: refresh_token } = await controls.tako.issue()
    const controller = new AbortController()
    controls.tako.failNext('hang')
    const answer = fetch('https://api.tako.so/v2/refresh_token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token }),
      signal: controller.signal,
    })
    while (controls.tako.hanging() < 1) await new Promise((resolve) => setImmediate(resolve))
    controller.abort()
    await expect(answer).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    const answered = new Promise((resolve) => controls.onRequest(resolve))
    controls.tako.release()
    expect(await answered).toMatchObject({ phase: 'answered', status: 200 })
    expect(controls.tako.counters().rotations).toBe(1)
  })

  test('behavior: a caller that was aborted before never gets there', async () => {
    const { fetch, controls } = setup()
    const signal = AbortSignal.abort()
    await expect(
      fetch('https://api.tako.so/v2/token', { method: 'POST', signal }),
    ).rejects.toThrow()
    expect(controls.log.entries()).toEqual([])
  })

  test('behavior: redirect: error', async () => {
    const { fetch, controls } = setup()
    controls.tako.failNext('redirect')
    const init = { method: 'POST', redirect: 'error' } as const
    await expect(fetch('https://api.tako.so/v2/token', init)).rejects.toThrow(TypeError)
  })

  test('behavior: latency waits for real by default', async () => {
    const { fetch, controls } = createEmulator({ tako: { latencyMs: 1 } })
    const response = await fetch('https://api.tako.so/v2/token', { method: 'POST' })
    expect(response.status).toBe(400)
    expect(controls.tako.latency()).toEqual({ requestMs: 1, responseMs: 0 })
  })
})

describe('CORS', () => {
  const preflight = (method: string) => ({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'content-type',
    },
  })
  const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin')

  test('default: every origin, on answers, errors and faults', async () => {
    const { fetch, post, controls } = setup()
    const before = await fetch('https://api.tako.so/v2/token', preflight('POST'))
    expect([before.status, allowed(before)]).toEqual([204, '*'])
    expect(before.headers.get('access-control-allow-headers')).toMatch(/content-type/i)
    expect(controls.log.entries()).toEqual([])
    expect(allowed(await post('/v2/token', {}, { origin }))).toBe('*')
    controls.tako.failNext('500')
    expect(allowed(await post('/v2/token', {}, { origin }))).toBe('*')
  })

  test('parameters: allowedOrigins', async () => {
    const { post, controls } = setup({ allowedOrigins: [origin] })
    expect(allowed(await post('/v2/token', {}, { origin }))).toBe(origin)
    expect(allowed(await post('/v2/token', {}, { origin: 'https://a.example' }))).toBe(null)
    controls.setAllowedOrigins([])
    expect(allowed(await post('/v2/token', {}, { origin }))).toBe(null)
  })

  test('behavior: Cloudreve\u2019s list lacks DELETE, the private cloud has none', async () => {
    const methods = async (api: ReturnType<typeof setup>) => {
      const url = 'https://cloud.example/api/v4/session/token'
      const response = await api.fetch(url, preflight('DELETE'))
      return response.headers.get('access-control-allow-methods')
    }
    expect(await methods(setup())).not.toContain('DELETE')
    expect(await methods(setup({ cloudreve: { allowDelete: true } }))).toContain('DELETE')
    const url = 'https://cloud.example/api/refreshToken.do'
    const response = await setup().fetch(url, preflight('POST'))
    expect([response.status, allowed(response)]).toEqual([404, null])
  })

  test('parameters: exposeRetryAfter', async () => {
    const exposed = async (exposeRetryAfter: boolean) => {
      const { post, controls } = setup({ exposeRetryAfter })
      controls.tako.failNext({ type: '429', retryAfterMs: 1_000 })
      const { headers } = await post('/v2/token', {}, { origin })
      return headers.get('access-control-expose-headers')
    }
    expect(await exposed(false)).toBe(null)
    expect(await exposed(true)).toBe('Retry-After')
  })
})

describe('clock', () => {
  test('default: moves all providers, each of which can move alone', () => {
    const { controls } = setup()
    controls.cloudreve.clock.advance(5)
    controls.clock.set(1_000)
    controls.clock.advance(-1)
    expect([controls.tako.clock.now(), controls.cloudreve.clock.now()]).toEqual([999, 1_004])
    controls.clock.reset()
    expect(controls.tako.clock.now()).toBe(documentedAt)
  })
})

test('behavior: one provider\u2019s tokens are nothing to another', async () => {
  const api = setup()
  const { token } = await signIn(api)
  expect((await api.get('/auth/me', token)).status).toBe(401)
})

test('parameters: issue', async () => {
  const { controls } = setup()
  const { subject, wire } = await controls.issue('cloudreve', { subject: 'ada' })
  expect(subject).toBe('ada')
  expect(wire.code).toBe(0)
  expect(controls.log.entries()).toEqual([])
})
