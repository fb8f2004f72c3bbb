import { describe, expect, test } from 'vitest'
import documented from '../../fixtures/privateCloud.json' with { type: 'json' }
import { setup } from '../../testing/setup.ts'
import type { EmulatorOptions } from '../../EmulatorOptions.ts'

const { response: recorded } = documented.refresh
const utf8Basic = (text: string) =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(text)))}`
const demo = utf8Basic('demo-client:demo-secret')

function start(options?: EmulatorOptions) {
  const api = setup(options)
  return {
    ...api,
    refresh: (token: string, init: RequestInit & { path?: string } = {}) =>
      api.fetch(
        `https://cloud.example${init.path ?? '/api/refreshToken.do'}?grant_type=refresh_token&refresh_token=${token}`,
        { method: 'POST', headers: { authorization: demo }, ...init },
      ),
  }
}

describe('POST /api/refreshToken.do', () => {
  test('parameters: failsInEnvelope: failures at HTTP 200, as the enterprise API sends them', async () => {
    const { fetch, refresh, controls } = start({ privateCloud: { failsInEnvelope: true } })
    const call = await fetch('https://cloud.example/api/userInfo.do', {
      headers: { authorization: 'Bearer none-of-ours' },
    })
    expect(call.status).toBe(200)
    expect(await call.json()).toEqual({ code: 401, success: false, msg: 'invalid_token' })
    const refused = await refresh('none of ours')
    expect(refused.status).toBe(200)
    expect(await refused.json()).toEqual({ code: 400, success: false, msg: 'invalid_grant' })
    controls.privateCloud.failNext({ type: 'error', code: 500 })
    const broken = await refresh('none of ours')
    expect(await broken.json()).toEqual({ code: 500, success: false, msg: 'server_error' })
    const { refreshToken } = await controls.privateCloud.issue()
    expect(await (await refresh(refreshToken)).json()).toHaveProperty('access_token')
  })

  test('default: the documented members', async () => {
    const { refresh, controls } = start()
    const { refreshToken } = await controls.privateCloud.issue()
    const response = await refresh(refreshToken)
    expect(response.status).toBe(recorded.status)
    const body = (await response.json()) as typeof recorded.body
    expect(Object.keys(body)).toEqual(Object.keys(recorded.body))
    expect(body.expires_in).toBe(recorded.body.expires_in)
    expect(controls.privateCloud.lifetimes()).toEqual({
      accessMs: documented.accessLifetimeMs,
      refreshMs: documented.refreshLifetimeMs,
    })
  })

  test('parameters: credentials beyond Latin-1', async () => {
    const [clientId, clientSecret] = ['клиент', 'geheim:ß-秘密']
    const { refresh, controls } = start({ privateCloud: { clientId, clientSecret } })
    const { refreshToken } = await controls.privateCloud.issue()
    const status = async (authorization: string) =>
      (await refresh(refreshToken, { headers: { authorization } })).status
    expect(await status(utf8Basic(`${clientId}:${clientSecret}`))).toBe(200)
    expect(await status(utf8Basic(`${clientId}:wrong`))).toBe(401)
    expect(await status(demo)).toBe(401)
  })

  test.each([
    ['none', {}],
    ['a bearer', { authorization: 'Bearer abc' }],
    ['no base64', { authorization: 'Basic ***' }],
    ['broken base64', { authorization: 'Basic a' }],
    ['no colon', { authorization: utf8Basic('demo-client') }],
    ['no UTF-8', { authorization: `Basic ${btoa('d\u00e9mo:secret')}` }],
  ])('behavior: credentials with %s are refused', async (_, headers) => {
    const { refresh, controls } = start()
    const { refreshToken } = await controls.privateCloud.issue()
    const response = await refresh(refreshToken, { headers })
    expect([response.status, await response.json()]).toEqual([401, { error: 'invalid_client' }])
    expect(controls.privateCloud.counters().presentations).toBe(0)
  })

  test('behavior: the token belongs in the query, the body stays empty', async () => {
    const { fetch, refresh, controls } = start()
    const { refreshToken } = await controls.privateCloud.issue()
    expect((await refresh(refreshToken, { body: 'grant_type=refresh_token' })).status).toBe(400)
    const url = `https://cloud.example/api/refreshToken.do?refresh_token=${refreshToken}`
    const headers = { authorization: demo }
    expect((await fetch(url, { method: 'POST', headers })).status).toBe(400)
    expect((await refresh('')).status).toBe(400)
  })

  test('parameters: omitRefreshToken keeps the old one good', async () => {
    const { refresh, controls } = start({
      privateCloud: { omitRefreshToken: true, reuse: 'strict' },
    })
    const { refreshToken } = await controls.privateCloud.issue()
    for (let round = 0; round < 2; round++) {
      const body = (await (await refresh(refreshToken)).json()) as object
      expect(Object.keys(body)).toEqual(['access_token', 'expires_in'])
    }
    controls.privateCloud.setOmitRefreshToken(false)
    expect(Object.keys((await (await refresh(refreshToken)).json()) as object)).toContain(
      'refresh_token',
    )
    expect((await refresh(refreshToken)).status).toBe(400)
  })

  test('parameters: fields, paths', async () => {
    const { refresh, get, controls } = start({
      privateCloud: {
        fields: { accessToken: 'accessToken', expiresIn: 'ttl' },
        paths: { refresh: '/oauth/refresh.do', userInfo: '/me.do' },
      },
    })
    const { accessToken, refreshToken } = await controls.privateCloud.issue()
    const response = await refresh(refreshToken, { path: '/oauth/refresh.do' })
    expect(Object.keys((await response.json()) as object)).toEqual([
      'accessToken',
      'refresh_token',
      'ttl',
    ])
    expect((await get('/me.do', accessToken)).status).toBe(200)
    expect((await refresh(refreshToken)).status).toBe(404)
  })

  test('behavior: neither token nor credentials reach the log', async () => {
    const { refresh, controls } = start()
    const { refreshToken } = await controls.privateCloud.issue()
    await refresh(refreshToken)
    expect(controls.log.entries()[0]?.path).toBe(
      '/api/refreshToken.do?grant_type=refresh_token&refresh_token=[redacted]',
    )
  })
})

test('GET /api/userInfo.do', async () => {
  const { get, controls } = start()
  const { accessToken } = await controls.privateCloud.issue({ subject: 'ada' })
  expect(await (await get('/api/userInfo.do', accessToken)).json()).toEqual({ username: 'ada' })
  const refused = await get('/api/userInfo.do')
  expect([refused.status, await refused.json()]).toEqual([401, { error: 'invalid_token' }])
})
