/** Calls back when the browser has nothing to do. Returns what stops it. */
export function whenPageIsIdle(callback: () => void): () => void {
  // Safari has none.
  if (!window.requestIdleCallback) {
    const timer = setTimeout(callback, 1_000)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(callback)
  return () => cancelIdleCallback(request)
}
