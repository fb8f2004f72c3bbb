'use client'

import { type RefObject, useCallback, useSyncExternalStore } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { setPageTimer } from '../utils/setPageTimer.ts'

const noText = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']
const fields = `input${noText.map((type) => `:not([type=${type}])`).join('')}, textarea, select, [contenteditable]`

/**
 * The field of the page that somebody went to while the dialog was on its way, and types in: it keeps the focus. `undefined`
 * where the attempt began in it, or none has the focus.
 */
export function usePageField(
  element: RefObject<HTMLElement | null>,
  isOpen: boolean,
): HTMLElement | undefined {
  const { dialog } = useAuthContext()
  const subscribe = useCallback((onChange: () => void) => {
    const stop = new AbortController()
    // It may be on its way to another one.
    const onLeave = () => {
      const stopTimer = setPageTimer(onChange, 0)
      stop.signal.addEventListener('abort', stopTimer)
    }
    document.addEventListener('focusin', onChange, { signal: stop.signal })
    document.addEventListener('focusout', onLeave, { signal: stop.signal })
    return () => stop.abort()
  }, [])
  const read = () => {
    const active = isOpen ? activeElementOf(element.current?.ownerDocument ?? document) : undefined
    const isPages = active?.matches(fields) && !element.current?.contains(active)
    return isPages && active !== dialog.askedFrom ? active : undefined
  }
  return useSyncExternalStore(subscribe, read, () => undefined)
}
