import type { RelayEngine } from '../RelayEngine.ts'
import type { RateLimits } from '../types/RateLimits.ts'
import { RelayRefusal } from './RelayRefusal.ts'

/** Counts a request against one of the limits, and refuses it where that is used up. */
export async function takeTurn(
  { rateLimits, store }: Pick<RelayEngine, 'rateLimits' | 'store'>,
  name: keyof RateLimits,
  whose: string | undefined,
): Promise<void> {
  if (!rateLimits || whose === undefined) return
  const waitMs = await store.take(`limit:${name}:${whose}`, rateLimits[name])
  if (waitMs > 0)
    throw new RelayRefusal(429, 'request/throttled', 'That was often enough for now.', {
      retryAfterMs: waitMs,
    })
}
