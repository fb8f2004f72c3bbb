import { expect, test } from 'vitest'
import { refreshSession } from '../actions/refreshSession.ts'
import { memoryStorage } from '../storage/memoryStorage.ts'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import type { Locks } from '../types/Platform.ts'
import { hourMs, startScripted } from './testing/startScripted.ts'

/** Two tabs of one storage, of which the second one finds the lock free or held. */
async function setUp({ isLockFree }: { isLockFree: boolean }) {
  const memory = await memoryStorage().open({ namespace: 'test', warn() {}, onBack() {} })
  const storage = { name: 'shared', open: async () => ({ ...memory, shared: true }) }
  const posted: unknown[] = []
  const locksOf = (isFree: boolean): Locks => ({
    run: async (_, __, task) => (isFree ? { result: await task() } : undefined),
    hold: async () => () => {},
    isHeld: async () => false,
  })
  const silent = createTestPlatform({ locks: locksOf(true) })
  const renewing = startScripted({ storage, platform: silent })
  await renewing.start()
  const finding = startScripted({
    storage,
    platform: createTestPlatform({
      locks: locksOf(isLockFree),
      openChannel: () => ({ post: (message) => void posted.push(message), close() {} }),
    }),
  })
  await finding.platform.advance(0)
  for (const { platform } of [renewing, finding]) platform.stepClock(0.9 * hourMs)
  await refreshSession(renewing.auth, { account: 'me' })
  posted.length = 0
  return { finding, posted }
}

test('behavior: renewed tokens that a frozen tab told nobody are told by the tab that finds them', async () => {
  const { finding, posted } = await setUp({ isLockFree: false })
  const session = await refreshSession(finding.auth, { account: 'me' })
  expect(finding.presented).toEqual([])
  expect(session.status).toBe('signedIn')
  expect(posted).toHaveLength(1)
})

test('behavior: those of a tab that goes on are told once, by that tab', async () => {
  const { finding, posted } = await setUp({ isLockFree: true })
  await refreshSession(finding.auth, { account: 'me' })
  expect(finding.presented).toEqual([])
  expect(posted).toHaveLength(0)
})
