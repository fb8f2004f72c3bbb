'use client'

import { useEffect, useState } from 'react'

/** Copies a text, and knows for a moment that it did. */
export function useCopy(shownMs = 2_000): [isCopied: boolean, copy: (text: string) => void] {
  const [copies, setCopies] = useState(0)
  useEffect(() => {
    if (copies === 0) return
    const timer = setTimeout(() => setCopies(0), shownMs)
    return () => clearTimeout(timer)
  }, [copies, shownMs])
  function copy(text: string): void {
    navigator.clipboard?.writeText(text).then(
      () => setCopies((count) => count + 1),
      () => {},
    )
  }
  return [copies > 0, copy]
}
