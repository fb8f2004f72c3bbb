import type { Platform } from '../types/Platform.ts'

/** A timer that fires later than this means that the page was frozen. */
const stoodStillMs = 1_000
/** How long a resumed page handles what arrived while it was frozen. */
const catchUpMs = 500

/**
 * Calls back after a bound; returns a function that stops it. When a page resumes, its timers fire before its network events, so
 * I/O that has already arrived is handled first.
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
