import type { RelayEngine } from '../RelayEngine.ts'
import type { RateLimits } from '../types/RateLimits.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'

/** So many networks of 64 bits may one of 48 bits use up: a line at home or in an office has one of either. */
const largerShare = 4

/**
 * Counts a request against one of the limits, and refuses it where that is used up. Of several names the first has the
 * limit itself and the others, which stand for more, a larger one.
 */
export async function checkRateLimit(
  { rateLimits, store }: Pick<RelayEngine, 'rateLimits' | 'store'>,
  name: Exclude<keyof RateLimits, 'provider' | 'earlyRenewals'>,
  whose: readonly string[],
): Promise<void> {
  if (!rateLimits) return
  const { requests, perMs, burst = requests } = rateLimits[name]
  const waits = await Promise.all(
    whose.map((one, index) => {
      const share = index === 0 ? 1 : largerShare
      const limit = { requests: requests * share, perMs, burst: burst * share }
      return store.take(`limit:${name}:${one}`, limit)
    }),
  )
  const retryAfterMs = Math.max(0, ...waits)
  if (retryAfterMs > 0) throw refuseThrottled(retryAfterMs)
}

export function refuseThrottled(retryAfterMs: number): RelayRefusal {
  return new RelayRefusal(429, 'request/throttled', 'That was often enough for now.', {
    retryAfterMs,
  })
}
