import type { Platform } from '../types/Platform.ts'

/** A timer that is later than this woke a page that stood still. */
const stoodStillMs = 1_000
/** So long a page that stood still takes in what arrived meanwhile. */
const catchUpMs = 500

/**
 * Calls back after a bound, and returns what stops it. Timers of a page that thaws fire before its network does: I/O that
 * has already arrived is handled first.
 */
export function setBound(
  platform: Pick<Platform, 'monotonic' | 'setTimer'>,
  boundMs: number,
  onBound: () => void,
): () => void {
  const dueAt = platform.monotonic() + boundMs
  let stop = platform.setTimer(() => {
    const isLate = platform.monotonic() - dueAt > stoodStillMs
    stop = platform.setTimer(onBound, isLate ? catchUpMs : 0)
  }, boundMs)
  return () => stop()
}
