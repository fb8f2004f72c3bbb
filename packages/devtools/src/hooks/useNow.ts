import { useEffect, useState } from 'react'

/** The time of a clock, read once a second while the page is visible. */
export function useNow(now: () => number): number {
  const [at, setAt] = useState(now)
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setAt(now())
    }, 1_000)
    return () => clearInterval(timer)
  }, [now])
  return at
}
