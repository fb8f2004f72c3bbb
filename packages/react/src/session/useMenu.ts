'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { keepAt } from '../utils/keepAt.ts'
import { showOnTop } from '../utils/showOnTop.ts'
import { useSessionContext } from './useSessionContext.ts'

/** Opens the popover, places it under its trigger, and follows the browser when that closes it. */
export function useMenu(element: RefObject<HTMLElement | null>): void {
  const { isOpen, setOpen, triggerRef } = useSessionContext()

  useLayoutEffect(() => {
    const menu = element.current
    const trigger = triggerRef.current
    if (!isOpen || !menu) return
    showOnTop(menu)
    return trigger ? keepAt(menu, trigger) : undefined
  }, [element, isOpen, triggerRef])

  useEffect(() => {
    const menu = element.current
    if (!isOpen || !menu) return
    menu.focus()
    const trigger = triggerRef.current
    const isOutside = (target: EventTarget | null) =>
      target instanceof Node && !menu.contains(target) && !trigger?.contains(target)
    let wasPressed = false
    let pressedOutside: EventTarget | null = null
    const stop = new AbortController()
    const { signal } = stop
    // A tap on the trigger closes the popover, and the click after it would open it again.
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        wasPressed = target instanceof Node && trigger?.contains(target) === true
        pressedOutside = isOutside(target) ? target : null
      },
      { signal, capture: true },
    )
    // Not every browser closes it: older ones have no popover, and iOS ignores taps on what is not a control.
    document.addEventListener(
      'pointerup',
      ({ target }) => {
        if (target && target === pressedOutside) setOpen(false, 'dismiss')
      },
      { signal, capture: true },
    )
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || menu.hasAttribute('popover')) return
        event.preventDefault()
        setOpen(false, 'dismiss')
      },
      { signal },
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
