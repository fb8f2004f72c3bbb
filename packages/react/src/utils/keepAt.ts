import { placeAt } from './placeAt.ts'

/** Places what floats at its trigger, and keeps it there while the window changes or something scrolls. Returns what stops that. */
export function keepAt(floating: HTMLElement, trigger: HTMLElement): () => void {
  const place = () => placeAt(floating, trigger)
  place()
  const stop = new AbortController()
  window.addEventListener('resize', place, { signal: stop.signal })
  window.addEventListener('scroll', place, { signal: stop.signal, passive: true, capture: true })
  return () => stop.abort()
}
