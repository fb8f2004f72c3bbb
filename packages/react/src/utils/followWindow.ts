/** Places something now, and again while the window changes or something scrolls. Returns what stops that. */
export function followWindow(place: () => void): () => void {
  place()
  const stop = new AbortController()
  window.addEventListener('resize', place, { signal: stop.signal })
  window.addEventListener('scroll', place, { signal: stop.signal, passive: true, capture: true })
  return () => stop.abort()
}
