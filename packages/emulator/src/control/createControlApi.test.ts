import { describe, expect, test } from 'vitest'
import { setup } from '../testing/setup.ts'
import type { EmulatorEvent } from '../types/EmulatorEvent.ts'
import type { ControlCommand } from './controlCommand.ts'
import { createControlApi } from './createControlApi.ts'
import type { EmulatorState } from './readState.ts'

function start() {
  const api = setup()
  const app = createControlApi(api.controls, '/__emulator')
  const request = async (path: string, init?: RequestInit, base = 'http://localhost:5173') =>
    app.fetch(new Request(`${base}/__emulator${path}`, init))
  const command = (body: unknown, headers?: Record<string, string>, base?: string) =>
    request(
      '',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      },
      base,
    )
  const send = async (body: ControlCommand) =>
    (await (await command(body)).json()) as {
      state: EmulatorState
      issued?: { refreshToken: string; subject: string; wire: unknown }
    }
  return { ...api, request, command, send }
}

describe('POST', () => {
  test('default: every command does what its control does', async () => {
    const { send, controls, post } = start()
    const before = controls.tako.clock.now()
    await send({ action: 'advanceClock', ms: 1_000 })
    await send({ action: 'advanceClock', provider: 'tako', ms: 500 })
    await send({ action: 'setLifetimes', provider: 'tako', accessMs: 60_000 })
    await send({ action: 'setLatency', provider: 'tako', responseMs: 20 })
    await send({ action: 'setReuse', policy: { type: 'grace', graceMs: 5 } })
    const { state } = await send({ action: 'failNext', provider: 'tako', fault: '500', times: 2 })
    expect(state.tako).toEqual({
      clockAt: before + 1_500,
      lifetimes: { accessMs: 60_000, refreshMs: 86_400_000 },
      latency: { requestMs: 0, responseMs: 20 },
      reuse: { type: 'grace', graceMs: 5 },
      faults: 2,
      hanging: 0,
      counters: controls.tako.counters(),
    })
    expect(state.cloudreve).toMatchObject({ clockAt: before + 1_000, faults: 0 })
    await send({ action: 'clearFaults' })
    await send({ action: 'resetClock', provider: 'tako' })
    expect((await send({ action: 'setClock', provider: 'cloudreve', at: 7 })).state).toMatchObject({
      tako: { faults: 0, clockAt: before },
      cloudreve: { clockAt: 7 },
    })
    expect((await send({ action: 'release' })).state.tako.hanging).toBe(0)

    const { issued } = await send({ action: 'issue', provider: 'talkstack', subject: 'ada' })
    expect(issued).toMatchObject({ subject: 'ada', wire: { token: expect.any(String) } })
    const refresh = async () => {
      const { refreshToken } = issued ?? {}
      return (await post('/auth/refresh-token', { refreshToken })).status
    }
    expect(await refresh()).toBe(200)
    await send({ action: 'resetCounters' })
    expect(controls.talkstack.counters().requests).toBe(0)
    await send({ action: 'removeUser', provider: 'talkstack', subject: 'ada' })
    expect(await refresh()).toBe(404)
    await send({ action: 'revoke', subject: 'ada' })
    expect(await refresh()).toBe(401)
    await send({ action: 'clearLog' })
    expect(controls.log.entries()).toEqual([])
  })

  test('behavior: commands for one provider alone', async () => {
    const { send, controls, get, post } = start()
    const { accessToken, refreshToken: refresh_token } = await controls.cloudreve.issue()
    const code = async (response: Promise<Response>) =>
      ((await (await response).json()) as { code: number }).code
    await send({ action: 'expireAccess', provider: 'cloudreve' })
    expect(await code(get('/user/me', accessToken))).toBe(401)
    await send({ action: 'changePassword', subject: 'lpua' })
    expect(await code(post('/session/token/refresh', { refresh_token }))).toBe(40020)
    await send({ action: 'setOmitRefreshToken', omitRefreshToken: true })
    const { status } = await start().command({ action: 'setOmitRefreshToken' })
    expect(status).toBe(400)
  })

  test.each([
    ['no command', undefined],
    ['an unknown action', { action: 'explode' }],
    ['an unknown provider', { action: 'release', provider: 'metamask' }],
    ['a member too many', { action: 'release', all: true }],
    ['an unknown fault', { action: 'failNext', fault: 'earthquake' }],
    ['a lifetime that is none', { action: 'setLifetimes', accessMs: -1 }],
  ])('behavior: refuses %s and says why', async (_, body) => {
    const response = await start().command(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: expect.stringMatching(/\w+: \w+/) })
  })

  test.each([
    { type: '429', retryAfterMs: 1_000, retryAfterAs: 'date' },
    { type: 'error', code: 1001, message: 'Busy.' },
    { type: 'redirect', location: '/', processed: true },
    { type: 'hang', processed: true },
    'sent-twice',
  ] as const)('behavior: takes the fault %j', async (fault) => {
    const { state } = await start().send({ action: 'failNext', fault, route: 'refresh' })
    expect(state.privateCloud.faults).toBe(1)
  })
})

describe('GET', () => {
  test('default: state and events, without a token', async () => {
    const { request, controls, post } = start()
    const { refreshToken: refresh_token } = await controls.tako.issue()
    await post('/v2/refresh_token', { refresh_token })
    const response = await request('/events')
    const text = await response.text()
    const { events } = JSON.parse(text) as { events: EmulatorEvent[] }
    expect(events.map(({ phase }) => phase)).toEqual(['received', 'answered'])
    expect(text).not.toContain(refresh_token)
    const [first] = events
    const later = await (await request(`/events?after=${first?.seq}`)).json()
    expect(later).toEqual({ events: events.slice(1) })
    const state = await request('/state')
    expect(state.headers.get('cache-control')).toBe('no-store')
    expect(await state.json()).toMatchObject({ tako: { counters: { rotations: 1 } } })
  })
})

describe('who may ask', () => {
  const issue = { action: 'issue', provider: 'tako' }
  test.each([
    ['a page of this server', { origin: 'http://localhost:5173' }, undefined, 200],
    ['an address', {}, 'http://192.168.1.2:5173', 200],
    ['another origin', { origin: 'https://evil.example' }, undefined, 403],
    ['another port', { origin: 'http://localhost:3000' }, undefined, 403],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }, undefined, 403],
    ['a rebound name', { origin: 'http://evil.example' }, 'http://evil.example', 403],
    ['a form', { 'content-type': 'text/plain' }, undefined, 400],
  ])('behavior: %s', async (_, headers, base, status) => {
    expect((await start().command(issue, headers as Record<string, string>, base)).status).toBe(
      status,
    )
  })
})
