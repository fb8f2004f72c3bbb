import { useSyncExternalStore } from 'react'

/** The time, once a second while the page is looked at. Only the demo ticks: the kit never does. */
let nowAt = Date.now()

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => nowAt)
}

function subscribe(onChange: () => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'hidden') return
    nowAt = Date.now()
    onChange()
  }, 1_000)
  return () => clearInterval(timer)
}
