import type { RateLimit } from '../types/RelayStore.ts'

/**
 * Whether one more use fits the limit. One number per key suffices: the instant at which its uses so far are used up at the
 * limit's steady rate (the generic cell rate algorithm), so that a burst may come at once.
 */
export function admit(
  freeAt: number | undefined,
  { requests, perMs, burst = requests }: RateLimit,
  nowAt: number,
): { waitMs: number; freeAt: number } {
  // A clock that was set back must not lock callers out for as long as it went back.
  const from = Math.min(Math.max(freeAt ?? nowAt, nowAt), nowAt + perMs)
  const next = from + perMs / requests
  const waitMs = Math.max(0, Math.ceil(next - (perMs * burst) / requests - nowAt - 1e-6))
  return { waitMs, freeAt: waitMs > 0 ? from : next }
}
