import { useSyncExternalStore } from 'react'

/** The time, updated once a second while the page is visible. Only the demo does this, never the kit. */
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
