import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { closingRequest, createRawWorld } from '../testing/createRawWorld.ts'
import { isAmbiguous } from '../testing/isAmbiguous.ts'
import { mutateBytes } from '../testing/mutateBytes.ts'
import { rawCases, writeRequest } from '../testing/rawCases.ts'
import { openRaw, speak, type Spoken } from '../testing/speak.ts'
import { until } from '../testing/until.ts'

const complain = vi.spyOn(console, 'error').mockImplementation(() => {})
const patient = await createRawWorld()
/** For requests that leave a server waiting. */
const impatient = await createRawWorld({
  headersTimeoutMs: 100,
  requestTimeoutMs: 100,
  keepAliveMs: 100,
  checkEveryMs: 10,
})
const worlds = [patient, impatient]
const { handled, server, sockets } = patient
const cookies = { mine: patient.mine.cookie(), victim: patient.victim.cookie() }

const canaries = worlds.flatMap((world) => world.canaries)

/** Holds for every input. */
function expectHarmless(bytes: string, { text, statuses }: Spoken): void {
  const harm = [
    ...statuses.filter((status) => status >= 500),
    ...canaries.filter((canary) => text.includes(canary)),
    ...(/access-control-allow/i.exec(text) ?? []),
  ]
  // Called thousands of times: only a failure is worth a comparison.
  if (harm.length > 0) expect(harm, JSON.stringify(bytes.slice(0, 3_000))).toEqual([])
}

afterEach(async () => {
  // No error went to the console only.
  expect(complain.mock.calls).toEqual([])
  for (const world of worlds) {
    await until(() => world.sockets.size === 0)
    // Only sign-ins go upstream, and only those that the relay did not refuse.
    for (const { requestId = '', event, route, code } of world.logs)
      if (event === 'request' && world.upstream.has(requestId))
        expect([route, code?.split('/')[0]]).toEqual(['sign-in', 'provider'])
    expect(world.controls.tako.counters().requests).toBe(0)
  }
})
afterAll(async () => {
  await Promise.all(worlds.map((world) => world.server.close()))
  complain.mockRestore()
})

describe.each(Object.entries(rawCases(cookies)))(
  'bytes that are answered with %s',
  (status, cases) => {
    test.each(Object.entries(cases))('behavior: %s', async (_, bytes) => {
      const answer = await speak(server.url, bytes)
      expectHarmless(bytes, answer)
      expect(answer.statuses.filter((one) => one !== 100)).toEqual(
        status === '0' ? [] : [Number(status)],
      )
      // A request inside a request, with another session's cookie, is never served as one.
      expect(handled.get(answer.port) ?? []).not.toContain(cookies.victim)
    })
  },
)

describe('connections', () => {
  const [one, other] = [cookies.mine, cookies.victim].map((cookie) =>
    writeRequest({ cookie, lines: ['content-length: 14'] }),
  )

  test('behavior: requests behind one another are answered in their order, each with its own', async () => {
    const bytes = `${one}${other}${one}${closingRequest}`
    const { statuses, text, port } = await speak(server.url, bytes)
    expect(statuses).toEqual([200, 200, 200, 200])
    expect(handled.get(port)).toEqual([cookies.mine, cookies.victim, cookies.mine, undefined])
    const [first, second, third] = [...text.matchAll(/"handle":"([^"]+)"/g)].map(
      ([, handle]) => handle,
    )
    expect(first).toBe(third)
    expect(first).not.toBe(second)
  })

  test('behavior: what comes behind a refused request is none', async () => {
    const refused = writeRequest({ cookie: cookies.mine, lines: ['content-length: 5, 14'] })
    const { statuses, port } = await speak(server.url, refused + other)
    expect(statuses).toEqual([400])
    expect(handled.get(port)).toBeUndefined()
  })

  test.each(['end', 'resetAndDestroy'] as const)(
    'behavior: a client that goes in the middle of anything: %s',
    async (leave) => {
      const signIn = writeRequest({
        line: 'POST /auth/tako/sign-in HTTP/1.1',
        cookie: cookies.mine,
        body: JSON.stringify({
          address: `0x${'1'.repeat(40)}`,
          message: 'm',
          signature: `0x${'1b'.repeat(65)}`,
        }),
      })
      const step = Math.ceil(signIn.length / 40)
      for (let at = 1; at <= signIn.length; at += step) {
        const { socket, closed } = await openRaw(server.url)
        socket.write(signIn.slice(0, at), 'latin1')
        socket[leave]()
        expectHarmless(signIn, await closed)
      }
      await until(() => sockets.size === 0)
      // The relay serves requests as before.
      expect((await speak(server.url, `${one}${closingRequest}`)).statuses).toEqual([200, 200])
    },
  )
})

const runs = 2_000

test(`behavior: ${runs} mutated requests: no 5xx, no secret, nothing left open, nothing smuggled`, async () => {
  const [mine, victim] = [impatient.mine.cookie(), impatient.victim.cookie()]
  const inner = writeRequest({ cookie: victim })
  const signIn = { line: 'POST /auth/tako/sign-in HTTP/1.1', cookie: mine }
  const seeds = [
    writeRequest({ cookie: mine, lines: ['content-length: 14'] }),
    writeRequest({ cookie: mine, body: inner }),
    writeRequest({
      cookie: mine,
      lines: ['transfer-encoding: chunked'],
      body: `${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`,
    }),
    writeRequest({ ...signIn, body: JSON.stringify({ address: `0x${'1'.repeat(40)}` }) }),
    writeRequest({ line: 'PUT /auth/tako/token HTTP/1.1', cookie: mine }),
    closingRequest,
  ]
  const all = fc.sample(mutateBytes(seeds), { numRuns: runs, seed: 20_240_601 })
  const counts = new Map<number, number>()
  let ambiguous = 0
  async function sendNext(): Promise<void> {
    for (let bytes = all.pop(); bytes !== undefined; bytes = all.pop()) {
      const answer = await speak(impatient.server.url, bytes + closingRequest)
      expectHarmless(bytes, answer)
      for (const status of answer.statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
      if (!isAmbiguous(bytes)) continue
      ambiguous += 1
      // However it is parsed: it yields no second request with another session's cookie.
      const seen = impatient.handled.get(answer.port) ?? []
      if (seen.includes(victim)) expect(bytes).toBe('refused')
    }
  }
  await Promise.all(Array.from({ length: 64 }, sendNext))
  // Every status was reached.
  for (const status of [200, 400, 401, 403, 404, 405, 408, 415, 417, 431])
    expect(counts.get(status) ?? 0, String(status)).toBeGreaterThan(0)
  expect(ambiguous).toBeGreaterThan(runs / 10)
})
