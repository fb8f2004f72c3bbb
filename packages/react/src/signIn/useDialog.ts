'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { isReachable } from '../utils/isReachable.ts'
import { isSeen } from '../utils/isSeen.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useUnseen } from './useUnseen.ts'

/** Opens the element as what it should be now, keeps the focus inside of it, and gives it back at the end. */
export function useDialog(
  element: RefObject<HTMLDialogElement | null>,
  isOpen: boolean,
  isModal: boolean,
): void {
  const { flow, status, triggerRef } = useSignInContext()
  const unseen = useUnseen()
  /** Had the focus before it opened. */
  const openerRef = useRef<HTMLElement>(undefined)

  useLayoutEffect(() => {
    const dialog = element.current
    if (!isOpen || !dialog) return
    if (!openerRef.current) openerRef.current = activeElementOf(dialog.ownerDocument)
    if (isModal) dialog.showModal()
    // Browsers before 2023 have no popover.
    else if (dialog.showPopover) dialog.showPopover()
    else dialog.show()
    if (!isReachable(dialog)) unseen()
    return () => {
      if (dialog.open) dialog.close()
      else if (dialog.isConnected && dialog.popover) dialog.hidePopover?.()
    }
  }, [element, isOpen, isModal, unseen])

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
    if (!isOpen || !dialog) return
    // The trigger that is there at the end: it may have been mounted anew.
    const findTrigger = () => triggerRef.current
    return () => {
      const opener = openerRef.current
      openerRef.current = undefined
      const active = activeElementOf(dialog.ownerDocument)
      if (active && !dialog.contains(active)) return
      ;(isSeen(opener) ? opener : findTrigger())?.focus()
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
