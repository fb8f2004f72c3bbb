'use client'

import { useEffect, useState } from 'react'
import { useAuthContext } from './useAuthContext.ts'
import { useStrings } from '../strings/useStrings.ts'

/** Copies a text, announces the result, and reports success for a moment. */
export function useCopy(shownMs = 2_000): [isCopied: boolean, copy: (text: string) => void] {
  const { say } = useAuthContext()
  const { copied, copyFailed } = useStrings()
  const [copies, setCopies] = useState(0)
  useEffect(() => {
    if (copies === 0) return
    const timer = setTimeout(() => setCopies(0), shownMs)
    return () => clearTimeout(timer)
  }, [copies, shownMs])
  function copy(text: string): void {
    const fail = () => say({ text: copyFailed, isShown: true })
    const write = async () => navigator.clipboard.writeText(text)
    // Absent unless the page has a secure origin.
    write().then(() => {
      setCopies((count) => count + 1)
      say({ text: copied })
    }, fail)
  }
  return [copies > 0, copy]
}
