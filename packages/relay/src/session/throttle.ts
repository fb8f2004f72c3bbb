import type { RelayEngine } from '../RelayEngine.ts'
import { createRev } from './createRev.ts'

const quietKey = (provider: string) => `quiet:${provider}`

/** How long the rate-limit pause of a provider still lasts. It sees one address for all sessions, so its 429 concerns all. */
export async function throttleLeftMs(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
): Promise<number> {
  const stored = await store.read(quietKey(provider))
  return stored ? Math.max(0, Number(stored.value) - stored.ageMs) : 0
}

/** Records the rate-limit pause for all replicas. A longer one that is already recorded stays. */
export async function recordThrottle(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
  waitMs: number,
): Promise<void> {
  const stored = await store.read(quietKey(provider))
  if (waitMs <= 0 || (stored && Number(stored.value) - stored.ageMs >= waitMs)) return
  // If another replica was first, it has recorded the same.
  await store.write(quietKey(provider), {
    expected: stored?.rev,
    rev: createRev(),
    value: String(waitMs),
    ttlMs: waitMs,
  })
}
