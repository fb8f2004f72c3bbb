/** Calls back when the browser is idle. Returns a function that cancels this. */
export function whenPageIsIdle(callback: () => void): () => void {
  // Safari has none.
  if (!window.requestIdleCallback) {
    const timer = setTimeout(callback, 1_000)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(callback)
  return () => cancelIdleCallback(request)
}
