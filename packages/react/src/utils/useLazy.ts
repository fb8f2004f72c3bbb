'use client'

import { useEffect, useState } from 'react'

/** Loads a part once it is wanted; `undefined` until it is there. Tried again when it is wanted anew. */
export function useLazy<part>(load: () => Promise<part>, isWanted = true): part | undefined {
  const [loaded, setLoaded] = useState<{ load: typeof load; part: part }>()
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    load().then(
      (part) => {
        if (isCurrent) setLoaded({ load, part })
      },
      () => {},
    )
    return () => {
      isCurrent = false
    }
  }, [load, isWanted])
  return loaded?.load === load ? loaded.part : undefined
}
