'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { useSignInContext } from './useSignInContext.ts'

/** Opens the element as what it should be now, keeps the focus inside of it, and gives it back at the end. */
export function useDialog(element: RefObject<HTMLDialogElement | null>, isModal: boolean): void {
  const { flow, isOpen, status, triggerRef } = useSignInContext()

  useLayoutEffect(() => {
    const dialog = element.current
    if (!isOpen || !dialog) return
    if (isModal) dialog.showModal()
    // Browsers before 2023 have no popover.
    else if (dialog.showPopover) dialog.showPopover()
    else dialog.show()
    return () => {
      if (dialog.open) dialog.close()
      else if (dialog.isConnected && dialog.popover) dialog.hidePopover?.()
    }
  }, [element, isOpen, isModal])

  useEffect(() => {
    if (isOpen || isModal) focusFirst(element.current)
  }, [element, isOpen, isModal])

  useEffect(() => {
    const dialog = element.current
    const active = dialog?.ownerDocument.activeElement
    // The step took away the control that had the focus.
    const isLost = status && active && (active === dialog || !dialog.contains(active))
    if (isOpen && isLost) focusFirst(dialog)
  }, [element, isOpen, status])

  useEffect(() => {
    const dialog = element.current
    const trigger = triggerRef.current
    if (!isOpen || !dialog) return
    return () => {
      const { activeElement, body } = dialog.ownerDocument
      const isLost = !activeElement || activeElement === body || dialog.contains(activeElement)
      if (isLost) trigger?.focus()
    }
  }, [element, isOpen, triggerRef])

  useEffect(() => {
    if (!isOpen || isModal) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      flow.close('escape')
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [isOpen, isModal, flow])
}

function focusFirst(dialog: HTMLDialogElement | null): void {
  const first = dialog?.querySelector<HTMLElement>('[data-initial-focus]')
  ;(first ?? dialog)?.focus()
}
