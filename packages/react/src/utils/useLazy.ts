'use client'

import { useEffect, useRef, useState } from 'react'
import { keepLoading } from './keepLoading.ts'

/**
 * Loads a part once it is wanted; `undefined` until it is there. What cannot be loaded is asked for again at once when the
 * wish changes, and every few seconds while it lasts; `onFail` hears of each time.
 */
export function useLazy<part>(
  load: () => Promise<part>,
  wish: unknown,
  onFail?: (cause: unknown) => void,
): part | undefined {
  const hear = useRef(onFail)
  useEffect(() => {
    hear.current = onFail
  })
  const [loaded, setLoaded] = useState<{ load: typeof load; part: part }>()
  useEffect(() => {
    if (!wish) return
    return keepLoading(
      load,
      (part) => {
        setLoaded((held) => (held?.load === load ? held : { load, part }))
      },
      (cause) => hear.current?.(cause),
    )
  }, [load, wish])
  return loaded?.load === load ? loaded.part : undefined
}
