import { describe, expect, test } from 'vitest'
import documented from '../../fixtures/cloudreve.json' with { type: 'json' }
import { setup } from '../../testing/setup.ts'

const { response: recorded } = documented.refresh
const now = () => documented.issuedAt

const claims = (token: string) => JSON.parse(atob(token.split('.')[1] ?? '')) as object

async function envelope(response: Response) {
  expect(response.status).toBe(200)
  return (await response.json()) as { code: number; data?: unknown; correlation_id?: string }
}

describe('POST /session/token/refresh', () => {
  test.each(['/session/token/refresh', '/api/v4/session/token/refresh'])(
    'default: the documented answer at %s',
    async (path) => {
      const { post, controls } = setup({ now, cloudreve: { fractionDigits: 6 } })
      const { refreshToken: refresh_token } = await controls.cloudreve.issue()
      const body = (await (await post(path, { refresh_token })).json()) as typeof recorded.body
      const { data } = recorded.body
      expect(Object.keys(body)).toEqual(Object.keys(recorded.body))
      expect(Object.keys(body.data)).toEqual(Object.keys(data))
      expect(body.data.access_expires).toBe(data.access_expires)
      expect(body.data.refresh_expires).toBe(data.refresh_expires)
      expect(body.data.access_token.split('.').slice(0, 2)).toEqual(
        data.access_token.split('.').slice(0, 2),
      )
      const [actual, expected] = [claims(body.data.refresh_token), claims(data.refresh_token)]
      expect(Object.keys(actual)).toEqual(Object.keys(expected))
      expect({ ...actual, state_hash: '' }).toEqual({ ...expected, state_hash: '' })
      expect((actual as { state_hash: string }).state_hash).toHaveLength(44)
    },
  )

  test.each([
    [9, '+08:00', '2025-04-26T15:58:28.456762123+08:00'],
    [3, 'Z', '2025-04-26T07:58:28.456Z'],
    [0, '-03:30', '2025-04-26T04:28:28-03:30'],
  ])(
    'parameters: fractionDigits %i, zoneOffset %s',
    async (fractionDigits, zoneOffset, expected) => {
      const { controls } = setup({ now, cloudreve: { fractionDigits, zoneOffset } })
      const { wire } = await controls.cloudreve.issue()
      expect(wire.data.access_expires).toBe(expected)
    },
  )

  test('behavior: every failure is an envelope at HTTP 200', async () => {
    const { post } = setup()
    const missing = await envelope(await post('/session/token/refresh', {}))
    const invalid = await envelope(
      await post('/session/token/refresh', documented.refresh.request.body),
    )
    expect([missing.code, invalid.code]).toEqual([40001, 40020])
    const { required, optional, correlation_id } = documented.failure
    for (const failure of [missing, invalid]) {
      expect(Object.keys(failure)).toEqual(expect.arrayContaining(required))
      expect([...required, ...optional]).toEqual(expect.arrayContaining(Object.keys(failure)))
      expect(failure.correlation_id).toHaveLength(correlation_id.length)
    }
    expect(missing.correlation_id).not.toBe(invalid.correlation_id)
  })

  test('parameters: debug', async () => {
    const { post } = setup({ cloudreve: { debug: true } })
    expect(await envelope(await post('/session/token/refresh', {}))).toHaveProperty('error')
  })

  test('behavior: another password kills refresh tokens, access tokens live on', async () => {
    const api = setup()
    const { cloudreve } = api.controls
    const { accessToken, refreshToken: refresh_token, subject } = await cloudreve.issue()
    cloudreve.changePassword(subject)
    expect(
      await envelope(await api.post('/session/token/refresh', { refresh_token })),
    ).toMatchObject({ code: 40020 })
    expect(await envelope(await api.get('/user/me', accessToken))).toMatchObject({ code: 0 })
    const next = await cloudreve.issue()
    expect(claims(next.refreshToken)).not.toEqual(claims(refresh_token))
    const body = { refresh_token: next.refreshToken }
    expect(await envelope(await api.post('/session/token/refresh', body))).toMatchObject({
      code: 0,
    })
  })

  test('behavior: a partial success names its items', async () => {
    const { post, controls } = setup()
    controls.cloudreve.failNext({ type: 'error', code: 203 })
    expect(await envelope(await post('/session/token/refresh', {}))).toHaveProperty(
      'aggregated_error',
    )
  })
})

describe('DELETE /session/token', () => {
  test('default', async () => {
    const { send, post, controls } = setup()
    const { refreshToken: refresh_token } = await controls.cloudreve.issue()
    const signOut = async (body: unknown) =>
      (await envelope(await send('DELETE', '/api/v4/session/token', body))).code
    expect(await signOut({ refresh_token })).toBe(0)
    expect(await signOut({ refresh_token })).toBe(0)
    expect(await signOut({})).toBe(40001)
    expect(await signOut({ refresh_token: 'x' })).toBe(40020)
    expect((await envelope(await post('/session/token/refresh', { refresh_token }))).code).toBe(
      40020,
    )
  })
})

describe('authorized calls', () => {
  test('default', async () => {
    const { get, controls } = setup()
    const { accessToken } = await controls.cloudreve.issue()
    expect(await envelope(await get('/api/v4/user/me', accessToken))).toEqual({
      data: { id: 'lpua', nickname: 'lpua' },
      code: 0,
      msg: '',
    })
    expect(await envelope(await get('/api/v4/site/config/basic', accessToken))).toMatchObject({
      data: { user: { id: 'lpua' } },
    })
  })

  test('behavior: an expired token is silently anonymous', async () => {
    const { get, controls } = setup()
    const { accessToken } = await controls.cloudreve.issue()
    controls.clock.advance(3_600_000)
    expect(await envelope(await get('/api/v4/user/me', accessToken))).toMatchObject({
      code: 401,
      msg: 'Login required',
    })
    expect(await envelope(await get('/api/v4/site/config/basic', accessToken))).toMatchObject({
      code: 0,
      data: { user: { anonymous: true } },
    })
    expect(controls.log.entries().at(-1)?.outcome).toBe('anonymous (expired)')
  })

  test('behavior: a file streams as fast as it is read', async () => {
    const { get, controls } = setup()
    const { accessToken } = await controls.cloudreve.issue()
    const path = '/api/v4/file/content/a?size=1000000&type=video/mp4'
    const response = await get(path, accessToken)
    expect(response.headers.get('content-type')).toBe('video/mp4')
    expect((await response.arrayBuffer()).byteLength).toBe(1_000_000)
    const empty = await get('/api/v4/file/content/a?size=0', accessToken)
    expect((await empty.arrayBuffer()).byteLength).toBe(0)
    expect(await envelope(await get(path))).toMatchObject({ code: 401 })
    const wrong = '/api/v4/file/content/a?size=many'
    expect(await envelope(await get(wrong, accessToken))).toMatchObject({ code: 40001 })
  })
})
