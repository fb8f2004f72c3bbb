import type { RelayEngine } from '../RelayEngine.ts'
import type { RateLimits } from '../types/RateLimits.ts'
import { RelayRefusal } from '../types/RelayRefusal.ts'

/** How many networks of 64 bits one of 48 bits may use up: a home or an office has one of either. */
const largerShare = 4

/**
 * Counts a request against a limit, and refuses it if the limit is used up. The first of several keys has the limit itself; the
 * others, which cover more addresses, have a larger one.
 */
export async function checkRateLimit(
  { rateLimits, store }: Pick<RelayEngine, 'rateLimits' | 'store'>,
  name: Exclude<keyof RateLimits, 'provider' | 'earlyRenewals'>,
  whose: readonly string[],
): Promise<void> {
  if (!rateLimits) return
  const { requests, perMs, burst = requests } = rateLimits[name]
  const take = (one: string, share: number) =>
    store.take(`limit:${name}:${one}`, { requests: requests * share, perMs, burst: burst * share })
  const [first, ...others] = whose
  if (first === undefined) return
  const waiting = take(first, 1)
  const retryAfterMs =
    others.length > 0
      ? Math.max(...(await Promise.all([waiting, ...others.map((one) => take(one, largerShare))])))
      : await waiting
  if (retryAfterMs > 0) throw refuseThrottled(retryAfterMs)
}

export function refuseThrottled(retryAfterMs: number): RelayRefusal {
  return new RelayRefusal(429, 'request/throttled', 'Too many requests. Retry later.', {
    retryAfterMs,
  })
}
