import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { redisPath, startRedis, type TestRedis } from '../testing/startRedis.ts'
import type { RelayStore } from '../types/RelayStore.ts'
import { admit } from './admit.ts'
import { memoryStore } from './memoryStore.ts'
import { redisStore } from './redisStore.ts'

/** A busy machine is no failure: other tests find a store that does not answer. */
const timeoutMs = 30_000

/** The contract of every store. Times are real, and compared only with their bounds. */
function describeStore(name: string, getStore: () => RelayStore) {
  describe(name, () => {
    const row = (rev: string, expected: string | undefined, value = rev, ttlMs = 60_000) => ({
      rev,
      expected,
      value,
      ttlMs,
    })
    const never = () => new AbortController().signal

    test('default: a row is written by compare-and-set', async () => {
      const store = getStore()
      expect(await store.read('a')).toBeUndefined()
      expect(await store.write('a', row('1', 'other'))).toBe(false)
      expect(await store.write('a', row('1', undefined, 'x y\n{"z":"é 🔑"}'))).toBe(true)
      const read = await store.read('a')
      expect(read).toMatchObject({ rev: '1', value: 'x y\n{"z":"é 🔑"}' })
      expect(read?.ageMs).toBeGreaterThanOrEqual(0)
      expect(await store.write('a', row('2', undefined))).toBe(false)
      expect(await store.write('a', row('2', '1'))).toBe(true)
      expect(await store.write('a', row('3', '1'))).toBe(false)
      expect(await store.read('a')).toMatchObject({ rev: '2', value: '2' })
    })

    test('behavior: of 100 writers at once one is first', async () => {
      const store = getStore()
      const written = await Promise.all(
        Array.from({ length: 100 }, (_, index) => store.write('race', row(`r${index}`, undefined))),
      )
      expect(written.filter(Boolean)).toHaveLength(1)
    })

    test('behavior: a change wakes who waits for it, an abort too', async () => {
      const store = getStore()
      await store.write('b', row('1', undefined))
      const waiting = [store.changed('b', '1', never()), store.changed('b', '1', never())]
      await store.changed('b', 'older', never())
      await store.write('b', row('2', '1'))
      expect(await Promise.all(waiting)).toHaveLength(2)
      const controller = new AbortController()
      const aborted = store.changed('b', '2', controller.signal)
      controller.abort()
      await aborted
      expect((await store.read('b'))?.rev).toBe('2')
      await store.changed('b', '2', controller.signal)
    })

    test('behavior: a row goes by itself', async () => {
      const store = getStore()
      await store.write('c', row('1', undefined, 'v', 1))
      // Expiry is a change: a waiting caller wakes at the latest by its own signal.
      while (await store.read('c')) await new Promise(setImmediate)
      expect(await store.write('c', row('2', undefined))).toBe(true)
    })

    test('default: counts uses, and says how long to wait', async () => {
      const store = getStore()
      const limit = { requests: 3, perMs: 600_000 }
      expect([
        await store.take('d', limit),
        await store.take('d', limit),
        await store.take('d', limit),
      ]).toEqual([0, 0, 0])
      const waitMs = await store.take('d', limit)
      expect(waitMs).toBeGreaterThan(150_000)
      expect(waitMs).toBeLessThanOrEqual(200_000)
      expect(await store.take('e', limit)).toBe(0)
    })

    test('behavior: of 50 uses at once no more pass than may', async () => {
      const store = getStore()
      const limit = { requests: 10, perMs: 600_000 }
      const waits = await Promise.all(Array.from({ length: 50 }, () => store.take('f', limit)))
      expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(10)
    })

    test('default: answers a ping', async () => {
      await expect(getStore().ping()).resolves.not.toThrow()
    })
  })
}

describeStore('memoryStore', () => memory)
const memory = memoryStore()

describe.skipIf(!redisPath)('redisStore (skipped where no redis-server is installed)', () => {
  let server: TestRedis
  let ioredis: Redis
  let nodeRedis: ReturnType<typeof createClient>
  const stores: Record<string, RelayStore> = {}

  beforeAll(async () => {
    server = await startRedis()
    ioredis = new Redis(server.url)
    nodeRedis = createClient({ url: server.url })
    await nodeRedis.connect()
    stores.ioredis = redisStore(ioredis, { prefix: 'one:', timeoutMs })
    stores.redis = redisStore(nodeRedis, { prefix: 'other:', timeoutMs })
  })
  afterAll(async () => {
    ioredis.disconnect()
    nodeRedis.destroy()
    await server.dispose()
  })

  for (const client of ['ioredis', 'redis'])
    describeStore(client, () => {
      const store = stores[client]
      if (!store) throw new Error('not started')
      return store
    })

  test('behavior: Redis keeps nothing without an end', async () => {
    const keys = await ioredis.keys('*')
    expect(keys.length).toBeGreaterThan(4)
    for (const key of keys) expect(await ioredis.pttl(key)).toBeGreaterThan(0)
  })

  test('behavior: scripts are loaded again where Redis has forgotten them', async () => {
    await ioredis.script('FLUSH')
    expect(await stores.ioredis?.read('nothing')).toBeUndefined()
  })

  test.each([
    [0, true],
    [60_000, false],
  ])(
    'behavior: a command that was queued for %i ms while the connection was gone: written: %s',
    async (queuedMs, isWritten) => {
      // The instant that Redis returned is this old when the command arrives.
      const then = (answer: unknown) =>
        Array.isArray(answer) ? [answer[0], String(Number(answer[1]) - queuedMs)] : answer
      const store = redisStore(
        { call: async (...command) => then(await ioredis.call(...command)) },
        { prefix: `late ${queuedMs}:`, timeoutMs },
      )
      await store.read('row')
      const row = { expected: undefined, rev: '1', value: 'v', ttlMs: 60_000 }
      expect(await store.write('row', row)).toBe(isWritten)
      expect((await store.read('row'))?.rev).toBe(isWritten ? '1' : undefined)
    },
  )

  test('behavior: what is asked for at once is one command, and each part of it fails alone', async () => {
    const commands: string[] = []
    const store = redisStore(
      {
        call(...command) {
          commands.push(command[0])
          return ioredis.call(...command)
        },
      },
      { prefix: 'batch:', timeoutMs },
    )
    await ioredis.rpush('batch:list', 'x')
    await ioredis.pexpire('batch:list', 60_000)
    await store.read('warm')
    commands.length = 0
    const row = { expected: undefined, rev: '1', value: 'v', ttlMs: 60_000 }
    const settled = await Promise.allSettled([
      store.take('uses', { requests: 1, perMs: 60_000 }),
      store.read('list'),
      store.write('row', row),
      store.write('row', row),
      store.read('row'),
      store.take('uses', { requests: 1, perMs: 60_000 }),
    ])
    expect(commands).toEqual(['EVALSHA'])
    const values = settled.map((one) =>
      one.status === 'fulfilled' ? one.value : String(one.reason),
    )
    expect(values[0]).toBe(0)
    expect(values[1]).toContain('WRONGTYPE')
    expect(values.slice(2, 4)).toEqual([true, false])
    expect(values[4]).toMatchObject({ rev: '1', value: 'v' })
    expect(values[5]).toBeGreaterThan(50_000)
  })

  test('behavior: who reads the same row at once shares one reading, and no later one', async () => {
    const keys: string[] = []
    const store = redisStore(
      {
        call(...command) {
          keys.push(...command.filter((part) => part.startsWith('shared:')))
          return ioredis.call(...command)
        },
      },
      { prefix: 'shared:', timeoutMs },
    )
    const row = { rev: '1', value: 'v', ttlMs: 60_000 }
    expect(await Promise.all([store.read('a'), store.read('a'), store.read('b')])).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(keys).toEqual(['shared:a', 'shared:b'])
    const [, isWritten] = await Promise.all([
      store.read('a'),
      store.write('a', { ...row, expected: undefined }),
    ])
    expect(isWritten).toBe(true)
    expect(await store.read('a')).toMatchObject({ value: 'v' })
  })

  test.each([
    '',
    ' ',
    'cut',
    'rev 12',
    'rev twelve value',
    '{"ended":"signed-out"}',
    '\ud83d\udd11',
  ])(
    'behavior: %j at a row’s key is no row that can be read, and can be replaced',
    async (text) => {
      const store = stores.ioredis
      await ioredis.set('one:odd', text, 'PX', 60_000)
      const read = await store?.read('odd')
      expect(read).toMatchObject({ value: '' })
      const row = { expected: read?.rev, rev: '1', value: 'v', ttlMs: 60_000 }
      expect(await store?.write('odd', row)).toBe(true)
      expect(await store?.read('odd')).toMatchObject({ rev: '1', value: 'v' })
    },
  )

  test.each(['', 'cut', '1e', 'nan', '-', '9'.repeat(400)])(
    'behavior: %j at a limit’s key locks nobody out for long',
    async (text) => {
      await ioredis.set('one:odd limit', text, 'PX', 60_000)
      const waitMs = await stores.ioredis?.take('odd limit', { requests: 1, perMs: 1_000 })
      expect(waitMs).toBeLessThanOrEqual(1_000)
    },
  )

  test('behavior: more than one command can hold goes as several', async () => {
    const store = stores.ioredis
    if (!store) throw new Error('not started')
    const limit = { requests: 150, perMs: 60_000 }
    const waits = await Promise.all(Array.from({ length: 200 }, () => store.take('many', limit)))
    expect(waits.filter((waitMs) => waitMs === 0)).toHaveLength(150)
  })

  test('behavior: a server that does not answer is an error within the time', async () => {
    const store = redisStore({ call: () => new Promise(() => {}) }, { timeoutMs: 1 })
    await expect(store.read('row')).rejects.toThrow('Redis did not answer within 1 ms.')
  })

  test('behavior: a server that is gone is an error within the time', async () => {
    const other = new Redis({ port: server.port, lazyConnect: true, enableOfflineQueue: false })
    await expect(redisStore(other).ping()).rejects.toThrow()
    other.disconnect()
  })
})

describe('admit', () => {
  const limit = { requests: 2, perMs: 1_000 }

  test('default: a burst of all, then one by one at the steady rate', () => {
    let freeAt: number | undefined
    const take = (nowAt: number) => {
      const admitted = admit(freeAt, limit, nowAt)
      freeAt = admitted.freeAt
      return admitted.waitMs
    }
    expect([take(0), take(0), take(0)]).toEqual([0, 0, 500])
    expect([take(499), take(500), take(500)]).toEqual([1, 0, 500])
    expect([take(10_000), take(10_000), take(10_000)]).toEqual([0, 0, 500])
  })

  test('behavior: a clock that was set back locks nobody out for long', () => {
    const { waitMs } = admit(1_000_000_000, limit, 0)
    expect(waitMs).toBeLessThanOrEqual(500)
  })
})
