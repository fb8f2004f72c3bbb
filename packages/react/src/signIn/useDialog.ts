'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { isReachable } from '../utils/isReachable.ts'
import { isSeen } from '../utils/isSeen.ts'
import { noteFocusPlace } from '../utils/noteFocusPlace.ts'
import { standAside } from './standAside.ts'
import { standClear } from './standClear.ts'
import { noDialog } from './noDialog.ts'
import { useEscape } from './useEscape.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useUnseen } from './useUnseen.ts'

export interface DialogNeighbours {
  /** Of a wallet, in the page. */
  window: Element | undefined
  /** Of the page, where somebody types. */
  field: HTMLElement | undefined
}

/** Opens the element, keeps the focus inside of it, and gives it back at the end. Modal, unless something of the page must be reached. */
export function useDialog(
  element: RefObject<HTMLDialogElement | null>,
  isOpen: boolean,
  { window, field }: DialogNeighbours,
): void {
  const { flow, status, triggerRef } = useSignInContext()
  const unseen = useUnseen()
  /** The focused element before it opened. */
  const openerRef = useRef<HTMLElement>(undefined)
  /** Gives the focus to what took the opener's place. */
  const moveFocusRef = useRef<(otherwise: HTMLElement | null) => boolean>(undefined)
  /** Had the focus within it when it opened anew. */
  const heldRef = useRef<HTMLElement>(undefined)
  useEscape(element, isOpen)

  useLayoutEffect(() => {
    const dialog = element.current
    if (!isOpen || !dialog) return
    if (!openerRef.current) {
      openerRef.current = activeElementOf(dialog.ownerDocument)
      const opener = openerRef.current ?? triggerRef.current
      moveFocusRef.current = opener ? noteFocusPlace(opener) : undefined
    }
    const stand = window
      ? () => standAside(dialog, window)
      : field && (() => standClear(dialog, field))
    let restore = () => {}
    if (stand) {
      // Unlike `show()`, this leaves the focus where it is.
      dialog.setAttribute('open', '')
      restore = stand()
    } else {
      try {
        showModal(dialog)
      } catch (cause) {
        return flow.close('failed', {
          type: 'partMissing',
          error: noDialog(cause),
          reason: 'failed',
        })
      }
    }
    const { current: held } = heldRef
    const active = activeElementOf(dialog.ownerDocument)
    if (held?.isConnected && !field && !window?.contains(active ?? null)) held.focus()
    if (!isReachable(dialog)) unseen()
    // Some close requests cannot be cancelled, such as a second Escape in Chromium.
    const onClose = () => {
      if (!dialog.open) flow.close('escape')
    }
    dialog.addEventListener('close', onClose)
    return () => {
      dialog.removeEventListener('close', onClose)
      const holds = activeElementOf(dialog.ownerDocument)
      heldRef.current = holds && dialog.contains(holds) ? holds : undefined
      restore()
      if (dialog.open) dialog.close()
    }
  }, [element, isOpen, window, field, flow, unseen, triggerRef])

  useEffect(() => {
    const dialog = element.current
    if (!isOpen || !status || !dialog) return
    // The step removed the control that had the focus.
    const active = activeElementOf(dialog.ownerDocument)
    if (!active || active === dialog) initialFocusOf(dialog).focus()
  }, [element, isOpen, status])

  useEffect(() => {
    const dialog = element.current
    if (!isOpen || !dialog) return
    // The current trigger: it may have been remounted.
    const findTrigger = () => triggerRef.current
    return () => {
      const opener = openerRef.current
      openerRef.current = undefined
      heldRef.current = undefined
      const active = activeElementOf(dialog.ownerDocument)
      if (active && !dialog.contains(active)) return
      const trigger = findTrigger()
      if (isSeen(opener)) opener?.focus()
      else if (!moveFocusRef.current?.(trigger)) trigger?.focus()
    }
  }, [element, isOpen, triggerRef])
}

/** @throws where the browser has no modal dialogs. */
function showModal(dialog: HTMLDialogElement): void {
  // Focused directly, without an intermediate stop.
  const first = initialFocusOf(dialog)
  first.setAttribute('autofocus', '')
  dialog.showModal()
  first.removeAttribute('autofocus')
  // Not every browser supports it on the dialog itself.
  first.focus()
}

function initialFocusOf(dialog: HTMLDialogElement): HTMLElement {
  return dialog.querySelector<HTMLElement>('[data-initial-focus]') ?? dialog
}
