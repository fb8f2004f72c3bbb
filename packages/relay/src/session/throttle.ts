import type { RelayEngine } from '../RelayEngine.ts'
import { createRev } from './createRev.ts'

const quietKey = (provider: string) => `quiet:${provider}`
const repeatsKey = (provider: string) => `throttled:${provider}`

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

/**
 * Records the pause after a 429 to a sign-in, and returns its length: the provider's hint or the relay's own wait, whichever is
 * longer. The own wait doubles with each 429 that follows soon after the last pause. Those of requests that were sent together
 * count once.
 */
export async function throttleSignIns(
  { store, timing }: Pick<RelayEngine, 'store' | 'timing'>,
  provider: string,
  hintMs: number,
): Promise<number> {
  const leftMs = await throttleLeftMs({ store }, provider)
  const stored = await store.read(repeatsKey(provider))
  const repeats = Math.min(Number(stored?.value ?? 0), 20)
  const ownMs = Math.min(timing.backoffMaxMs, timing.backoffBaseMs * 2 ** repeats)
  const waitMs = Math.max(hintMs, leftMs || ownMs)
  await recordThrottle({ store }, provider, waitMs)
  if (leftMs === 0)
    await store.write(repeatsKey(provider), {
      expected: stored?.rev,
      rev: createRev(),
      value: String(repeats + 1),
      ttlMs: 3 * waitMs,
    })
  return waitMs
}
