import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { startServer } from '../../recipes/node.ts'
import { connectStore } from '../../recipes/nodeRedis.ts'
import { testOrigin } from '../testing/createBrowser.ts'
import { createWorld, testSecret } from '../testing/createWorld.ts'
import { redisPath, startRedis, type TestRedis } from '../testing/startRedis.ts'
import { redisStore } from './redisStore.ts'

for (const name of ['log', 'error'] as const) vi.spyOn(console, name).mockImplementation(() => {})

/** An address that leads to the current primary when a connection opens, as a service's name does. */
async function startAddress(primary: () => number) {
  const sockets = new Set<Socket>()
  const server = createServer((incoming) => {
    const outgoing = connect(primary(), '127.0.0.1')
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `redis://127.0.0.1:${port}`,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

describe.skipIf(!redisPath)(
  'a primary and its replica (skipped where no redis-server is installed)',
  () => {
    let pair: TestRedis[]
    let admins: Redis[]
    let address: Awaited<ReturnType<typeof startAddress>>
    let primary = 0

    async function promote(index: number) {
      const other = pair[1 - index] as TestRedis
      await admins[index]?.call('REPLICAOF', 'NO', 'ONE')
      await admins[1 - index]?.call('REPLICAOF', '127.0.0.1', String(pair[index]?.port))
      primary = index
      return other
    }

    beforeAll(async () => {
      pair = await Promise.all([startRedis(), startRedis()])
      admins = pair.map(({ url }) => new Redis(url))
      address = await startAddress(() => pair[primary]?.port ?? 0)
    })
    beforeEach(() => promote(0))
    afterAll(async () => {
      address?.close()
      for (const admin of admins ?? []) admin.disconnect()
      await Promise.all((pair ?? []).map((redis) => redis.dispose()))
    })

    const healthOf = async (store: ReturnType<typeof redisStore>) => {
      const { relay } = createWorld({ store })
      return (await relay.fetch(new Request(`${testOrigin}/auth/healthz`))).status
    }

    test('behavior: healthz is 503 where Redis became a replica, is full, or refuses writes', async () => {
      const client = new Redis(pair[0]?.url ?? '')
      const store = redisStore(client, { timeoutMs: 10_000 })
      const admin = admins[0] as Redis
      try {
        expect(await healthOf(store)).toBe(200)
        await admin.call('REPLICAOF', '127.0.0.1', String(pair[1]?.port))
        expect(await healthOf(store)).toBe(503)
        await admin.call('REPLICAOF', 'NO', 'ONE')
        expect(await healthOf(store)).toBe(200)
        await admin.call('CONFIG', 'SET', 'maxmemory', '1')
        expect(await healthOf(store)).toBe(503)
        await admin.call('CONFIG', 'SET', 'maxmemory', '0')
        await admin.call('CONFIG', 'SET', 'min-replicas-to-write', '1')
        expect(await healthOf(store)).toBe(503)
        await admin.call('CONFIG', 'SET', 'min-replicas-to-write', '0')
        expect(await healthOf(store)).toBe(200)
      } finally {
        client.disconnect()
      }
    })

    test('behavior: a failover, by the recipe for ioredis: the relay finds the new primary by itself', async () => {
      const server = await startServer({
        RELAY_SECRET: testSecret,
        ORIGIN: testOrigin,
        REDIS_URL: address.url,
        CLOUD_CLIENT_ID: 'a',
        CLOUD_CLIENT_SECRET: 'b',
        PORT: '0',
        DRAIN_MS: '0',
      })
      const health = async () => (await fetch(`${server.url}/auth/healthz`)).status
      try {
        while ((await health()) !== 200);
        await promote(1)
        // The old connection leads to a replica now, which the next command reveals.
        expect(await health()).toBe(503)
        while ((await health()) !== 200);
        expect(await admins[1]?.keys('*ping*')).toHaveLength(1)
      } finally {
        await server.close()
      }
    })

    test('behavior: a failover, by the recipe for node-redis', async () => {
      const { store, close } = await connectStore(address.url)
      try {
        expect(await healthOf(store)).toBe(200)
        await promote(1)
        expect(await healthOf(store)).toBe(200)
        const row = { expected: undefined, rev: 'r', value: 'v', ttlMs: 60_000 }
        expect(await store.write('k', row)).toBe(true)
        expect(await admins[1]?.exists('takokit:k')).toBe(1)
      } finally {
        close()
      }
    })
  },
)
