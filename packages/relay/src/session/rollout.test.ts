import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'
import type { RelayStore } from '../types/RelayStore.ts'

/** A row as the version before `dueRestMs` reads and writes it: members that it does not know are dropped. */
function toBefore(key: string, value: string): string {
  if (!key.startsWith('session:')) return value
  const row = JSON.parse(value) as Record<string, unknown>
  return JSON.stringify({ ...row, dueRestMs: undefined })
}

function asBefore(store: RelayStore): RelayStore {
  return {
    ...store,
    async read(key) {
      const stored = await store.read(key)
      return stored && { ...stored, value: toBefore(key, stored.value) }
    },
    write: (key, row) => store.write(key, { ...row, value: toBefore(key, row.value) }),
  }
}

/** A replica of the version before, and one of this version, on one store. A session's token is due at both. */
async function setup() {
  const world = createWorld()
  const store = memoryStore({ now: world.time.now })
  const [now, before] = [store, asBefore(store)].map((one) =>
    createRelay({ ...world.relayOptions, store: one }),
  )
  if (!now || !before) throw new Error('There are two of them.')
  const { accessToken, refreshToken } = await world.controls.issue('tako')
  const jar = new Map<string, string>()
  const browserOf = (relay: typeof now) =>
    createBrowser({ jar, send: (request) => relay.fetch(request) })
  const starting = createBrowser({
    jar,
    send: (request) =>
      now.startSession(request, { provider: 'tako', tokens: { accessToken, refreshToken } }),
  })
  await starting.post('/login')
  const replicas = { now: browserOf(now), before: browserOf(before) }
  const { expiresInMs } = await readToken(await ask(replicas.now))
  world.time.advance(expiresInMs)
  const requests = () => world.controls.tako.counters().requests
  return { ...world, jar, replicas, requests }
}

const ask = (page: TestBrowser) => page.post('/auth/tako/token', { account: '' })

describe('a version is rolled out or back while the provider fails for a session', () => {
  test.each([
    { writer: 'now' as const, reader: 'before' as const },
    { writer: 'before' as const, reader: 'now' as const },
  ])('behavior: rows of $writer are read by $reader', async ({ writer, reader }) => {
    const { controls, time, jar, replicas, requests } = await setup()
    controls.tako.failNext('500', { times: 100 })
    for (let round = 0; round < 4; round++) {
      expect((await ask(replicas[writer])).status).toBe(503)
      time.advance(20_000)
    }
    expect((await ask(replicas[writer])).status).toBe(503)
    // The wait of the row counts for both: nothing is sent within it.
    const sent = requests()
    expect(sent).toBeGreaterThan(4)
    for (const page of [replicas[reader], replicas[writer]])
      expect((await ask(page)).status).toBe(503)
    expect(requests()).toBe(sent)

    controls.tako.clearFaults()
    time.advance(300_000)
    const renewed = await readToken(await ask(replicas[reader]))
    expect((await readToken(await ask(replicas[writer]))).handle).toBe(renewed.handle)
    expect(controls.tako.counters()).toMatchObject({ requests: sent + 1, reuses: 0 })
    expect(jar.size).toBe(1)
  })

  test('behavior: this version tries its own rows again after five seconds, the one before after their whole wait', async () => {
    const { controls, time, replicas, requests } = await setup()
    controls.tako.failNext('500', { times: 100 })
    for (let round = 0; round < 5; round++) {
      await ask(replicas.now)
      time.advance(20_000)
    }
    await ask(replicas.now)
    const sent = requests()
    time.advance(5_100)
    await ask(replicas.before)
    expect(requests()).toBe(sent)
    await ask(replicas.now)
    expect(requests()).toBeGreaterThan(sent)
  })
})
