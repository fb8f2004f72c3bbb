/** A clock that a test advances, and timers that fire as it passes them. */
export function createTime(startAt = Date.parse('2024-06-01T12:00:00Z')) {
  let nowAt = startAt
  const timers = new Set<{ at: number; callback: () => void }>()
  function advance(ms: number) {
    nowAt += ms
    for (const timer of [...timers].sort((one, other) => one.at - other.at)) {
      if (timer.at > nowAt || !timers.delete(timer)) continue
      timer.callback()
    }
  }
  return {
    now: () => nowAt,
    setTimer(callback: () => void, delayMs: number) {
      const timer = { at: nowAt + delayMs, callback }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    advance,
    /** Lets time pass until a promise has settled. */
    async until<type>(promise: Promise<type>): Promise<type> {
      let isSettled = false
      const settle = () => {
        isSettled = true
      }
      promise.then(settle, settle)
      while (!isSettled) {
        await new Promise((resolve) => setImmediate(resolve))
        advance(100)
      }
      return promise
    },
    pending: () => timers.size,
  }
}
