import { tako } from '@takokit/core'
import { Redis } from 'ioredis'
import { describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { memoryStore } from '../stores/memoryStore.ts'
import { redisStore } from '../stores/redisStore.ts'
import { redisPath, startRedis } from '../testing/startRedis.ts'
import { testSecret } from '../testing/createWorld.ts'
import { defaultRateLimits } from '../types/RateLimits.ts'
import type { RateLimit, RelayStore } from '../types/RelayStore.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import { defaultTiming } from '../types/RelayTiming.ts'

const right = { providers: [tako()], secret: testSecret, origin: 'https://dapp.example' }
const limits = [...Object.keys(defaultRateLimits), 'accountSignIns', 'provider']
const usual = { requests: 6, perMs: 60_000, burst: 3 }
const perMsMost = 400 * 86_400_000

/** Every numeric option, and how its value is given. */
const numeric: Record<string, (value: unknown) => object> = {
  maxBodyBytes: (maxBodyBytes) => ({ maxBodyBytes }),
  maxCookieBytes: (maxCookieBytes) => ({ maxCookieBytes }),
  'signIn.maxAgeMs': (maxAgeMs) => ({ signIn: { maxAgeMs } }),
}
for (const name of Object.keys(defaultTiming))
  numeric[`timing.${name}`] = (value) => ({ timing: { [name]: value } })
for (const name of limits)
  for (const member of ['requests', 'perMs', 'burst'])
    numeric[`rateLimits.${name} ${member}`] = (value) => ({
      rateLimits: { [name]: { ...usual, [member]: value } },
    })

describe('a number that a timer or a store cannot keep is refused at start', () => {
  test.each(Object.entries(numeric))('behavior: %s', (name, give) => {
    const make = (value: unknown) => () => createRelay({ ...right, ...give(value) } as RelayOptions)
    const [field = ''] = name.split(' ')
    const wrong = [Number.NaN, -1, 2.5, 1e300, Number.NEGATIVE_INFINITY, '60000', null, {}, 6n]
    const isAge = name === 'signIn.maxAgeMs'
    for (const value of isAge ? wrong : [...wrong, Number.POSITIVE_INFINITY])
      expect(make(value), String(value)).toThrow(`\`${field}\` expects `)
  })

  test('behavior: more than a store can count, as 1e9 a minute, and more at once than in all', () => {
    const make = (address: RateLimit) => () => createRelay({ ...right, rateLimits: { address } })
    expect(make({ requests: 1e9, perMs: 60_000 })).toThrow('`rateLimits.address` expects ')
    expect(make({ requests: 6, perMs: 60_000, burst: 7 })).toThrow('`rateLimits.address` expects ')
    expect(make({ requests: 1, perMs: perMsMost + 1 })).toThrow('`rateLimits.address` expects ')
    expect(make({ requests: 6_000_000, perMs: 60_000 })).not.toThrow()
  })

  test('behavior: limits that follow from others stay within the same bounds', () => {
    const most = { requests: 6_000_000, perMs: 60_000 }
    expect(() =>
      createRelay({ ...right, rateLimits: { signIn: most, allSignIns: most } }),
    ).not.toThrow()
  })
})

describe.runIf(redisPath)('the smallest and largest limits', () => {
  test('behavior: are counted alike in memory and in Redis', async () => {
    const server = await startRedis()
    const redis = new Redis(server.port, '127.0.0.1')
    const stores = [memoryStore(), redisStore(redis, { timeoutMs: 30_000 })]
    try {
      // A network has four times the limit of an address.
      for (const [index, limit] of [
        { requests: 1, perMs: 1 },
        { requests: 100, perMs: 1 },
        { requests: 24_000_000, perMs: 60_000 },
        { requests: perMsMost * 400, perMs: perMsMost },
        { requests: 1, perMs: perMsMost },
      ].entries())
        for (const store of stores) expect(await use(store, `limit:${index}`, limit)).toBe(0)
    } finally {
      redis.disconnect()
      await server.dispose()
    }
  })
})

function use(store: RelayStore, key: string, limit: RateLimit): Promise<number> {
  return store.take(key, limit)
}
