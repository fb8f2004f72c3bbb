import { describe, expect, test } from 'vitest'
import documented from '../../fixtures/talkstack.json' with { type: 'json' }
import { documentedAt, setup } from '../../testing/setup.ts'

const { request, response: recorded } = documented.refresh

describe('POST /auth/refresh-token', () => {
  test('default: the documented answer, misspelling included', async () => {
    const { post, controls } = setup()
    const { refreshToken } = await controls.talkstack.issue()
    const path = new URL(request.url).pathname
    const response = await post(path, { refreshToken }, request.headers)
    expect(response.status).toBe(recorded.status)
    const body = (await response.json()) as typeof recorded.body
    expect(Object.keys(body)).toEqual(Object.keys(recorded.body))
    expect(body.expirationTime).toBe(
      new Date(documentedAt + documented.accessLifetimeMs).toISOString(),
    )
    expect(body.expirationTime).toHaveLength(recorded.body.expirationTime.length)
  })

  test.each([
    ['refreshToken', ['token', 'refreshToken', 'expirationTime']],
    ['both', ['token', 'resfreshToken', 'refreshToken', 'expirationTime']],
  ] as const)('parameters: refreshTokenField %s', async (refreshTokenField, keys) => {
    const { post, controls } = setup({ talkstack: { refreshTokenField } })
    const { refreshToken, wire } = await controls.talkstack.issue()
    expect(Object.keys(wire)).toEqual(keys)
    const body = (await (await post('/auth/refresh-token', { refreshToken })).json()) as object
    expect(Object.keys(body)).toEqual(keys)
  })

  test('behavior: every documented status', async () => {
    const { post, controls } = setup()
    const { refreshToken, subject } = await controls.talkstack.issue()
    const status = async (body: unknown, headers?: Record<string, string>) =>
      (await post('/auth/refresh-token', body, headers)).status
    expect(await status({ refreshToken })).toBe(200)
    expect(await status({})).toBe(400)
    expect(await status({ refreshToken: '' })).toBe(400)
    expect(await status({ refreshToken }, { 'content-type': 'text/plain' })).toBe(400)
    expect(await status({ refreshToken: request.body.refreshToken })).toBe(401)
    controls.talkstack.removeUser(subject)
    expect(await status({ refreshToken })).toBe(404)
    controls.talkstack.failNext({ type: 'error', code: 500 })
    expect(await status({ refreshToken })).toBe(500)
    expect(documented.failures.map((failure) => failure.status)).toEqual([400, 401, 404, 500])
  })

  test('behavior: tokens are opaque, and another run knows nothing of them', async () => {
    const { refreshToken } = await setup().controls.talkstack.issue()
    expect(refreshToken).not.toContain('.')
    const later = setup({ now: () => documentedAt + 1 })
    expect((await later.post('/auth/refresh-token', { refreshToken })).status).toBe(401)
  })
})

describe('GET /auth/me', () => {
  test('default', async () => {
    const { get, controls } = setup()
    const { accessToken } = await controls.talkstack.issue({ subject: 'ada@example.com' })
    expect(await (await get('/auth/me', accessToken)).json()).toEqual({ email: 'ada@example.com' })
    expect((await get('/auth/me')).status).toBe(401)
    controls.talkstack.removeUser('ada@example.com')
    expect((await get('/auth/me', accessToken)).status).toBe(404)
  })
})
