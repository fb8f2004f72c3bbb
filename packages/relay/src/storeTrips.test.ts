import { expect, test } from 'vitest'
import { memoryStore } from './stores/memoryStore.ts'
import { createBrowser } from './testing/createBrowser.ts'
import { createWorld, readProblem, readToken } from './testing/createWorld.ts'
import { createTime } from './testing/createTime.ts'
import type { RelayStore } from './types/RelayStore.ts'

/** A store that notes which operations go to it together, as those of one turn of the event loop do with Redis. */
function createFarStore(now: () => number) {
  const store = memoryStore({ now })
  const trips: string[][] = []
  let failing: string | undefined
  let trip: string[] | undefined
  async function go<result>(name: string, key: string, work: () => Promise<result>) {
    if (!trip) {
      trip = []
      trips.push(trip)
      setImmediate(() => {
        trip = undefined
      })
    }
    trip.push(`${name} ${key.split(':')[0]}${name === 'take' ? ` ${key.split(':')[2]}` : ''}`)
    await new Promise((resolve) => void setImmediate(resolve))
    if (name === failing) throw new Error('This store fails.')
    return work()
  }
  const far: RelayStore = {
    ...store,
    read: (key) => go('read', key, () => store.read(key)),
    write: (key, row) => go('write', key, () => store.write(key, row)),
    take: (key, limit) => go('take', key, () => store.take(key, limit)),
  }
  return {
    far,
    trips,
    fail(name: string | undefined) {
      failing = name
    },
  }
}

async function createFarWorld() {
  const time = createTime()
  const { far, trips, fail } = createFarStore(time.now)
  const world = createWorld(
    { store: far, rateLimits: {}, tokensIn: 'store', namespace: 'here', now: time.now },
    { now: time.now },
  )
  const page = createBrowser({
    send: (request) => world.relay.fetch(request, { clientAddress: '203.0.113.7' }),
  })
  const { expiresInMs } = await world.start(page, 'talkstack')
  await readToken(await page.post('/auth/talkstack/token'))
  trips.length = 0
  const expire = () => time.advance(expiresInMs)
  return { ...world, expire, page, trips, fail }
}

test('default: a token at hand takes two ways to the store', async () => {
  const { page, trips } = await createFarWorld()
  await readToken(await page.post('/auth/talkstack/token'))
  expect(trips).toEqual([['take limit address'], ['take limit session', 'read session']])
})

test('default: a renewal that is due takes three more', async () => {
  const { page, trips, expire } = await createFarWorld()
  expire()
  await readToken(await page.post('/auth/talkstack/token'))
  expect(trips).toEqual([
    ['take limit address'],
    ['take limit session', 'read session'],
    ['read quiet', 'read health'],
    ['write session', 'take limit provider'],
    ['write session'],
  ])
})

test('behavior: a renewal that could not be counted is not sent, and keeps no other waiting', async () => {
  const { page, expire, fail, trips, controls } = await createFarWorld()
  expire()
  const before = controls.talkstack.counters()
  const asking = page.post('/auth/talkstack/token')
  // Those before it are counted.
  while (trips.length < 4) await new Promise(setImmediate)
  fail('take')
  const response = await asking
  fail(undefined)
  expect([response.status, (await readProblem(response)).code]).toEqual([
    503,
    'relay/store-unavailable',
  ])
  expect(controls.talkstack.counters()).toEqual(before)
  await readToken(await page.post('/auth/talkstack/token'))
})
