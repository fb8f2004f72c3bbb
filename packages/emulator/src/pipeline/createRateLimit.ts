import type { RateLimit } from './RateLimit.ts'

export interface RateLimitOptions {
  now: () => number
  /** Requests allowed from one address within any `perMs`. */
  requests: number
  perMs: number
}

/** Counts requests per address in a sliding window. */
export function createRateLimit({ now, requests, perMs }: RateLimitOptions): RateLimit {
  const arrivals = new Map<string, number[]>()
  return {
    admit(address: string): number | null {
      const at = now()
      // A clock that was set back must not lock an address out for as long as it went back.
      const recent = (arrivals.get(address) ?? []).filter(
        (arrivedAt) => arrivedAt > at - perMs && arrivedAt <= at,
      )
      arrivals.set(address, recent)
      const [oldest] = recent
      if (recent.length >= requests) return oldest === undefined ? perMs : oldest + perMs - at
      recent.push(at)
      return null
    },
  }
}
