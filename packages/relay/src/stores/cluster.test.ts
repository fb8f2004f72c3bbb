import { Cluster } from 'ioredis'
import { createCluster } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'
import { redisPath } from '../testing/startRedis.ts'
import { startRedisCluster } from '../testing/startRedisCluster.ts'
import { redisStore } from './redisStore.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

describe.skipIf(!redisPath)(
  'a cluster of three nodes (skipped where no redis-server is installed)',
  () => {
    let cluster: Awaited<ReturnType<typeof startRedisCluster>>
    beforeAll(async () => {
      cluster = await startRedisCluster()
    })
    afterAll(() => cluster?.dispose())

    const clients = {
      async ioredis() {
        const client = new Cluster(cluster.nodes)
        return {
          store: redisStore(client, { timeoutMs: 10_000 }),
          close: () => client.disconnect(),
        }
      },
      async 'node-redis'() {
        const client = createCluster({
          rootNodes: cluster.nodes.map(({ host, port }) => ({ url: `redis://${host}:${port}` })),
        })
        await client.connect()
        return { store: redisStore(client, { timeoutMs: 10_000 }), close: () => client.destroy() }
      },
    }

    test.each(['ioredis', 'node-redis'] as const)(
      'default: %s, passed as it is: sessions are renewed and ended, on every node',
      async (name) => {
        const { store, close } = await clients[name]()
        try {
          const world = createWorld(
            { store, tokensIn: 'store', now: undefined },
            // Strict, so that tokens of one account and second differ.
            { now: Date.now, tako: { reuse: 'strict' } },
          )
          const before = (await cluster.keys()).map((keys) => keys.length)
          const pages = await Promise.all(
            Array.from({ length: 12 }, async () => {
              const page = world.browser()
              await world.start(page, 'tako')
              return page
            }),
          )
          const after = (await cluster.keys()).map(
            (keys, node) => keys.length - (before[node] ?? 0),
          )
          expect(after.filter((count) => count > 0).length).toBeGreaterThan(1)
          for (const page of pages) {
            const { handle } = await readToken(await token(page))
            await readToken(await token(page, handle))
            const copy = world.browser(new Map(page.jar))
            expect((await page.post('/auth/tako/sign-out')).status).toBe(200)
            expect((await token(copy)).status).toBe(401)
          }
          await store.ping()
          expect(world.controls.tako.counters()).toMatchObject({ rotations: 12, reuses: 0 })
        } finally {
          close()
        }
      },
    )
  },
)
