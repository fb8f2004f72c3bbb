import { describe, expect, test } from 'vitest'
import { providerCases } from './testing/providerCases.ts'
import { setup } from './testing/setup.ts'
import type { EmulatorOptions } from './EmulatorOptions.ts'

const hour = 3_600_000

describe.each(providerCases)('$provider', (provider) => {
  const { provider: name, subject, refresh, call, tokens, refused } = provider

  async function start(options?: EmulatorOptions) {
    const api = setup(options)
    const controls = api.controls[name]
    const issued = await controls.issue()
    const ok = async (response: Promise<Response>) => !(await refused(await response))
    return {
      api,
      controls,
      issued,
      present: (token: string) => refresh(api, token),
      refreshes: (token: string) => ok(refresh(api, token)),
      calls: (token: string) => ok(call(api, token)),
      family: () => api.controls[name].counters().families[0],
    }
  }

  test('default: an issued pair is good for a call and a refresh', async () => {
    const { issued, calls, present } = await start()
    expect(issued.subject).toBe(subject)
    expect(issued.expiresInMs).toBe(name === 'talkstack' ? 2 * hour : hour)
    expect(tokens(issued.wire)).toEqual({
      accessToken: issued.accessToken,
      refreshToken: issued.refreshToken,
    })
    expect(await calls(issued.accessToken)).toBe(true)
    const next = tokens(await (await present(issued.refreshToken)).json())
    expect(await calls(next.accessToken)).toBe(true)
  })

  test('behavior: refuses what it did not issue', async () => {
    const { refreshes, calls, controls } = await start()
    expect(await refreshes('nonsense')).toBe(false)
    expect(await calls('nonsense')).toBe(false)
    expect(controls.counters()).toMatchObject({ unknown: 1, presentations: 0 })
  })

  test('behavior: stateless, a used refresh token stays good', async () => {
    const { issued, refreshes, family } = await start()
    const { refreshToken } = issued
    for (let round = 0; round < 3; round++) expect(await refreshes(refreshToken)).toBe(true)
    expect(family()).toMatchObject({ requests: 3, rotations: 3, revoked: false })
  })

  test('behavior: strict, a second presentation revokes the family', async () => {
    const { controls, refreshes, calls, present, family } = await start({
      [name]: { reuse: 'strict' },
    })
    const { refreshToken } = await controls.issue({ subject })
    const next = tokens(await (await present(refreshToken)).json())
    expect(next.refreshToken).not.toBe(refreshToken)
    expect(await calls(next.accessToken)).toBe(true)
    expect(await refreshes(refreshToken)).toBe(false)
    expect(await refreshes(next.refreshToken)).toBe(false)
    expect(await calls(next.accessToken)).toBe(false)
    expect(family()).toMatchObject({ revoked: false })
    expect(controls.counters().families[1]).toEqual({
      family: 'f2',
      subject,
      revoked: true,
      requests: 3,
      presentations: 3,
      reuses: 1,
      rotations: 1,
      overlaps: 0,
    })
  })

  test('behavior: strict, of two presentations at once one is the second', async () => {
    const { controls, refreshes, family } = await start({ [name]: { reuse: 'strict' } })
    const { refreshToken } = await controls.issue()
    const outcomes = await Promise.all([refreshes(refreshToken), refreshes(refreshToken)])
    expect(outcomes.toSorted((one, other) => Number(one) - Number(other))).toEqual([false, true])
    expect(family()?.revoked).toBe(false)
    expect(controls.counters()).toMatchObject({ reuses: 1, overlaps: 1 })
  })

  test('behavior: grace, the successor comes again, until the time is over', async () => {
    const { api, controls, issued, present, refreshes } = await start({
      [name]: { reuse: { type: 'grace', graceMs: 10_000 } },
    })
    const { refreshToken } = issued
    const answer = async () => tokens(await (await present(refreshToken)).json())
    const first = await answer()
    api.controls.clock.advance(9_999)
    expect(await answer()).toEqual(first)
    expect(controls.counters()).toMatchObject({ reuses: 1, rotations: 1 })
    api.controls.clock.advance(1)
    expect(await refreshes(refreshToken)).toBe(false)
    expect(await refreshes(first.refreshToken)).toBe(false)
  })

  test('behavior: a policy can change while it runs', async () => {
    const { controls, issued, refreshes } = await start()
    controls.setReuse('grace')
    expect(controls.reuse()).toEqual({ type: 'grace', graceMs: 30_000 })
    controls.setReuse('strict')
    expect(await refreshes(issued.refreshToken)).toBe(true)
    expect(await refreshes(issued.refreshToken)).toBe(false)
  })

  test('behavior: revoke takes refresh and access tokens', async () => {
    const { controls, issued, refreshes, calls } = await start()
    controls.revoke('somebody else')
    expect(await calls(issued.accessToken)).toBe(true)
    controls.revoke(subject)
    expect(await calls(issued.accessToken)).toBe(false)
    expect(await refreshes(issued.refreshToken)).toBe(false)
  })

  test('behavior: expireAccess leaves the refresh token', async () => {
    const { controls, issued, refreshes, calls } = await start()
    controls.expireAccess()
    expect(await calls(issued.accessToken)).toBe(false)
    expect(await refreshes(issued.refreshToken)).toBe(true)
  })

  test('parameters: setLifetimes', async () => {
    const { controls, refreshes, calls } = await start()
    controls.setLifetimes({ accessMs: 2_000, refreshMs: 5_000 })
    const { accessToken, refreshToken, expiresInMs } = await controls.issue()
    expect(expiresInMs).toBe(2_000)
    controls.clock.advance(1_999)
    expect(await calls(accessToken)).toBe(true)
    controls.clock.advance(1)
    expect(await calls(accessToken)).toBe(false)
    controls.clock.advance(2_999)
    expect(await refreshes(refreshToken)).toBe(true)
    controls.clock.advance(1)
    expect(await refreshes(refreshToken)).toBe(false)
  })

  test('parameters: latency', async () => {
    const { api, controls, issued, present } = await start({ [name]: { latencyMs: 300 } })
    await present(issued.refreshToken)
    controls.setLatency({ responseMs: 40 })
    await present(issued.refreshToken)
    controls.setLatency(5)
    await present(issued.refreshToken)
    expect(api.slept).toEqual([300, 300, 40, 5])
  })

  test('behavior: lost-answer is processed, lost-request is not', async () => {
    const { controls, issued, present, family } = await start()
    controls.failNext('lost-request')
    controls.failNext('lost-answer')
    await expect(present(issued.refreshToken)).rejects.toThrow(TypeError)
    expect(family()).toMatchObject({ requests: 0, rotations: 0 })
    await expect(present(issued.refreshToken)).rejects.toThrow(TypeError)
    expect(family()).toMatchObject({ requests: 1, rotations: 1 })
  })

  test('behavior: sent-twice presents twice and answers once', async () => {
    const { controls, issued, refreshes, family } = await start({ [name]: { reuse: 'strict' } })
    controls.failNext('sent-twice')
    expect(await refreshes(issued.refreshToken)).toBe(false)
    expect(family()).toMatchObject({ requests: 1, presentations: 2, reuses: 1, revoked: true })
  })

  test('behavior: answers that are not the provider\u2019s own', async () => {
    const { controls, issued, present, family } = await start()
    const answer = async () => {
      const response = await present(issued.refreshToken)
      return [response.status, response.headers.get('content-type'), await response.text()] as const
    }
    controls.failNext('html')
    expect(await answer()).toEqual([200, 'text/html; charset=utf-8', expect.stringContaining('<')])
    controls.failNext('500')
    expect((await answer())[0]).toBe(500)
    controls.failNext('204')
    expect(await answer()).toEqual([204, null, ''])
    expect(family()).toMatchObject({ requests: 3, presentations: 0 })
    controls.failNext('cut-json')
    const [status, type, text] = await answer()
    expect([status, type]).toEqual([200, 'application/json'])
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    expect(family()).toMatchObject({ rotations: 1 })
  })

  test('parameters: processed', async () => {
    const { controls, issued, present, family } = await start()
    controls.failNext({ type: 'html', processed: true })
    await present(issued.refreshToken)
    expect(family()?.rotations).toBe(1)
    controls.failNext({ type: 'cut-json', processed: false })
    await present(issued.refreshToken)
    expect(family()?.rotations).toBe(1)
  })

  test('behavior: 429, with and without a wait', async () => {
    const { api, controls, issued, present } = await start()
    const wait = async () => {
      const response = await present(issued.refreshToken)
      return [response.status, response.headers.get('retry-after')]
    }
    api.controls.clock.set(Date.UTC(2025, 0, 1))
    controls.failNext('429')
    expect(await wait()).toEqual([429, null])
    controls.failNext({ type: '429', retryAfterMs: 1_500 })
    expect(await wait()).toEqual([429, '2'])
    controls.failNext({ type: '429', retryAfterMs: 90_000, retryAfterAs: 'date' })
    expect(await wait()).toEqual([429, 'Wed, 01 Jan 2025 00:01:30 GMT'])
  })

  test('behavior: redirect', async () => {
    const { controls, issued, present } = await start()
    controls.failNext({ type: 'redirect', location: 'https://elsewhere.example/' })
    const response = await present(issued.refreshToken)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('https://elsewhere.example/')
  })

  test('behavior: a documented error', async () => {
    const { controls, issued, present, family } = await start()
    controls.failNext({ type: 'error', code: provider.documentedError, message: 'As told.' })
    const response = await present(issued.refreshToken)
    expect(await response.text()).toContain('As told.')
    expect(family()?.presentations).toBe(0)
  })

  test('behavior: hang waits for release, before or after the work', async () => {
    const { controls, issued, present, family } = await start()
    const arrived = async (count: number) => {
      while (controls.hanging() < count) await new Promise((resolve) => setImmediate(resolve))
    }
    controls.failNext('hang')
    controls.failNext({ type: 'hang', processed: true })
    const before = present(issued.refreshToken)
    await arrived(1)
    expect(family()).toMatchObject({ requests: 1, rotations: 0 })
    const after = present(issued.refreshToken)
    await arrived(2)
    expect(family()).toMatchObject({ requests: 2, rotations: 1, overlaps: 1 })
    expect(controls.release()).toBe(2)
    expect([(await before).status, (await after).status]).toEqual([200, 200])
    expect(controls.hanging()).toBe(0)
  })

  test('parameters: times, route', async () => {
    const { controls, issued, present, calls } = await start()
    controls.failNext('500', { times: 2, route: 'refresh' })
    expect(controls.faults()).toBe(2)
    expect(await calls(issued.accessToken)).toBe(true)
    const statuses = []
    for (let round = 0; round < 3; round++)
      statuses.push((await present(issued.refreshToken)).status)
    expect(statuses).toEqual([500, 500, 200])
    controls.failNext('500')
    controls.clearFaults()
    expect((await present(issued.refreshToken)).status).toBe(200)
  })

  test('behavior: providers do not share clocks, faults or counters', async () => {
    const { api, controls, present, issued } = await start()
    controls.clock.advance(hour)
    controls.failNext('500')
    await present(issued.refreshToken)
    for (const other of providerCases.filter(({ provider: other }) => other !== name)) {
      const { clock, faults, counters } = api.controls[other.provider]
      expect(clock.now()).toBe(api.controls.clock.now())
      expect([faults(), counters().requests]).toEqual([0, 0])
    }
    controls.resetCounters()
    expect(controls.counters()).toMatchObject({ requests: 0, signIns: 0 })
    controls.clock.reset()
    expect(controls.clock.now()).toBe(api.controls.clock.now())
  })

  test('behavior: the log tells everything but secrets', async () => {
    const { api, controls, issued, present, calls } = await start({ [name]: { reuse: 'strict' } })
    const seen: unknown[] = []
    const stop = api.controls.onRequest((event) => seen.push(event))
    await present(issued.refreshToken)
    await present(issued.refreshToken)
    await calls(issued.accessToken)
    controls.failNext('lost-request')
    await present(issued.refreshToken).catch(() => {})
    stop()
    await calls(issued.accessToken)
    const events = api.controls.log.entries()
    expect(events.slice(0, seen.length)).toEqual(seen)
    expect(events.map(({ route, phase, outcome }) => [route, phase, outcome])).toMatchObject([
      ['refresh', 'received', undefined],
      ['refresh', 'answered', 'ok'],
      ['refresh', 'received', undefined],
      ['refresh', 'answered', 'reused'],
      ['call', 'received', undefined],
      ['call', 'answered', expect.any(String)],
      ['refresh', 'dropped', undefined],
      ['call', 'received', undefined],
      ['call', 'answered', expect.any(String)],
    ])
    expect(events[3]).toMatchObject({ family: 'f1', subject, reused: true, provider: name })
    expect(events[3]?.refreshToken).toMatch(/^[0-9a-f]{8}$/)
    expect(api.controls.log.entries(events[6]?.seq)).toEqual(events.slice(7))
    const text = JSON.stringify(events)
    for (const secret of [issued.accessToken, issued.refreshToken, 'ZGVtby1', 'demo-secret'])
      expect(text).not.toContain(secret)
  })
})
