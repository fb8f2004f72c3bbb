'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { keepAt } from '../utils/keepAt.ts'
import { useSessionContext } from './useSessionContext.ts'

/** Opens the popover, places it under its trigger, and follows the browser when that closes it. */
export function useMenu(element: RefObject<HTMLElement | null>): void {
  const { isOpen, setOpen, triggerRef } = useSessionContext()

  useLayoutEffect(() => {
    const menu = element.current
    const trigger = triggerRef.current
    if (!isOpen || !menu) return
    menu.showPopover?.()
    return trigger ? keepAt(menu, trigger) : undefined
  }, [element, isOpen, triggerRef])

  useEffect(() => {
    const menu = element.current
    if (!isOpen || !menu) return
    menu.focus()
    const trigger = triggerRef.current
    let wasPressed = false
    const stop = new AbortController()
    const { signal } = stop
    // A tap on the trigger closes the popover, and the click after it would open it again.
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        wasPressed = target instanceof Node && trigger?.contains(target) === true
      },
      { signal, capture: true },
    )
    // The popover must not cover the focused element.
    document.addEventListener(
      'focusin',
      ({ target }) => {
        if (target !== trigger && !menu.contains(target as Node)) setOpen(false, 'dismiss')
      },
      { signal },
    )
    menu.addEventListener(
      'toggle',
      (event) => {
        if ((event as ToggleEvent).newState === 'closed' && !wasPressed) setOpen(false, 'dismiss')
      },
      { signal },
    )
    return () => {
      stop.abort()
      const { activeElement, body } = document
      if (!activeElement || activeElement === body || menu.contains(activeElement)) trigger?.focus()
    }
  }, [element, isOpen, setOpen, triggerRef])
}
