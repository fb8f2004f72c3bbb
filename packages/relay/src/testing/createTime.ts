/** A clock that a test advances, and timers that fire as it passes them. */
export function createTime(startAt = Date.parse('2024-06-01T12:00:00Z')) {
  let nowAt = startAt
  const timers = new Set<{ at: number; callback: () => void }>()
  return {
    now: () => nowAt,
    setTimer(callback: () => void, delayMs: number) {
      const timer = { at: nowAt + delayMs, callback }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    advance(ms: number) {
      nowAt += ms
      for (const timer of [...timers].sort((one, other) => one.at - other.at)) {
        if (timer.at > nowAt || !timers.delete(timer)) continue
        timer.callback()
      }
    },
    pending: () => timers.size,
  }
}
