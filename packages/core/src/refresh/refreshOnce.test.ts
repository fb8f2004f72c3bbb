import { describe, expect, test } from 'vitest'
import { hourMs, startScripted } from '../session/testing/startScripted.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import type { Locks } from '../types/Platform.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { refreshOnce } from './refreshOnce.ts'

/** A due session, in a storage that tabs share, while some tab holds the lock for tokens that it could not store. */
async function setUp({ hasUnsaved = false } = {}) {
  const asked: string[] = []
  const locks: Locks = {
    run: async (_, __, work) => ({ result: await work() }),
    hold: async () => () => {},
    async isHeld(name) {
      asked.push(name)
      return true
    },
  }
  const memory = memoryStorage()
  const started = startScripted({
    platform: createTestPlatform({ locks }),
    storage: {
      name: 'shared',
      open: async (options) => ({ ...(await memory.open(options)), shared: true }),
    },
  })
  await started.start()
  const session = started.session()
  started.platform.stepClock(0.9 * hourMs)
  const refresh = () =>
    refreshOnce(started.engine, {
      provider: started.provider,
      key: session.key,
      staleGen: undefined,
      lockName: 'lock',
      memory: {},
      leftMs: session.leftMs,
      heldNow: session.held,
      unsaved: { hasUnsaved: () => hasUnsaved, enter: async () => {}, leave() {} },
      demand: { isAwaited: () => false, need: () => 'none', untilLate: (result) => result },
      pauses: { pause: async () => {}, wake() {} },
    })
  return { ...started, refresh, asked }
}

describe('refreshOnce', () => {
  test('behavior: nothing is sent while another tab holds newer tokens that it could not store', async () => {
    const { refresh, presented, asked } = await setUp()
    expect(await refresh()).toMatchObject({ type: 'deferred', error: { code: 'storage/failed' } })
    expect(presented).toEqual([])
    expect(asked).toEqual(['lock:ahead'])
  })

  test('behavior: the tab that holds them itself is not kept from refreshing', async () => {
    const { refresh, presented } = await setUp({ hasUnsaved: true })
    expect(await refresh()).toMatchObject({ type: 'renewed' })
    expect(presented).toEqual(['refresh-0'])
  })
})
