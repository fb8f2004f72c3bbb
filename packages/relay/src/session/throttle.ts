import type { RelayEngine } from '../RelayEngine.ts'
import { createRev } from './createRev.ts'

const quietKey = (provider: string) => `quiet:${provider}`

/** How long a provider asked to be left alone: it sees one address for all sessions, so that its 429 is meant for all. */
export async function throttleLeftMs(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
): Promise<number> {
  const stored = await store.read(quietKey(provider))
  return stored ? Math.max(0, Number(stored.value) - stored.ageMs) : 0
}

/** Notes the wait, for all replicas. A longer one that is already noted stays. */
export async function recordThrottle(
  { store }: Pick<RelayEngine, 'store'>,
  provider: string,
  waitMs: number,
): Promise<void> {
  const stored = await store.read(quietKey(provider))
  if (waitMs <= 0 || (stored && Number(stored.value) - stored.ageMs >= waitMs)) return
  // Lost to another replica that notes the same: as good.
  await store.write(quietKey(provider), {
    expected: stored?.rev,
    rev: createRev(),
    value: String(waitMs),
    ttlMs: waitMs,
  })
}
