'use client'

import { useEffect, useRef, useState } from 'react'
import { keepLoading } from './keepLoading.ts'

/**
 * Loads a part once it is wanted; `undefined` until then. A failed load is retried at once when the request changes, and
 * every few seconds otherwise; `onFail` is called on each failure.
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
