/** Calls back when the browser is idle. Returns a function that cancels this. */
export function whenPageIsIdle(callback: () => void): () => void {
  try {
    const request = requestIdleCallback(callback)
    return () => cancelIdleCallback(request)
  } catch {
    // Safari has none.
    const timer = setTimeout(callback, 1_000)
    return () => clearTimeout(timer)
  }
}
