'use client'

import { type RefObject, useEffect } from 'react'
import { useSignInContext } from './useSignInContext.ts'

/** Cancels by Escape in the dialog, at its trigger or without focus: a field or a modal of the page handles its own. */
export function useEscape(element: RefObject<HTMLDialogElement | null>, isOpen: boolean): void {
  const { flow, triggerRef } = useSignInContext()
  useEffect(() => {
    const dialog = element.current
    if (!isOpen || !dialog) return
    const { body, documentElement, defaultView } = dialog.ownerDocument
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      const target = event.composedPath()[0] as Node
      const isNowhere = target === body || target === documentElement
      if (!isNowhere && !dialog.contains(target) && !triggerRef.current?.contains(target)) return
      event.preventDefault()
      // The application's own modal below would close too.
      event.stopImmediatePropagation()
      flow.close('escape')
    }
    defaultView?.addEventListener('keydown', onKeyDown, true)
    return () => defaultView?.removeEventListener('keydown', onKeyDown, true)
  }, [element, isOpen, flow, triggerRef])
}
