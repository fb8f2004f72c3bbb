'use client'

import { useEffect, useRef, useState } from 'react'
import { setPageTimer } from './setPageTimer.ts'

const retryMs = 3_000

/**
 * Loads a part once it is wanted; `undefined` until it is there. What cannot be loaded is asked for again at once when the
 * wish changes, and every few seconds while it lasts; `onFail` hears of each time.
 */
export function useLazy<part>(
  load: () => Promise<part>,
  wish: unknown = true,
  onFail?: (cause: unknown) => void,
): part | undefined {
  const hear = useRef(onFail)
  useEffect(() => {
    hear.current = onFail
  })
  const [loaded, setLoaded] = useState<{ load: typeof load; part: part }>()
  useEffect(() => {
    if (!wish) return
    let stop = () => {}
    let isCurrent = true
    const ask = () =>
      load().then(
        (part) => {
          if (isCurrent) setLoaded((held) => (held?.load === load ? held : { load, part }))
        },
        (cause: unknown) => {
          if (!isCurrent) return
          stop = setPageTimer(ask, retryMs)
          hear.current?.(cause)
        },
      )
    void ask()
    return () => {
      isCurrent = false
      stop()
    }
  }, [load, wish])
  return loaded?.load === load ? loaded.part : undefined
}
