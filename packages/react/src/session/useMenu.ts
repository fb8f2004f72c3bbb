'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { keepAt } from '../utils/keepAt.ts'
import { showOnTop } from '../utils/showOnTop.ts'
import { useSessionContext } from './useSessionContext.ts'

/** What was really pressed: the target of an event in a shadow root is its host. */
const innermost = (event: Event) => event.composedPath()[0] ?? null

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
      (event) => {
        const target = innermost(event)
        wasPressed = target instanceof Node && trigger?.contains(target) === true
        pressedOutside = isOutside(target) ? target : null
      },
      { signal, capture: true },
    )
    // Not every browser closes it: older ones have no popover, and iOS ignores taps on what is not a control.
    document.addEventListener(
      'pointerup',
      (event) => {
        const target = innermost(event)
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
      (event) => {
        const path = event.composedPath()
        if (path[0] !== trigger && !path.includes(menu)) setOpen(false, 'dismiss')
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
      const active = activeElementOf(document)
      if (!active || menu.contains(active)) trigger?.focus()
    }
  }, [element, isOpen, setOpen, triggerRef])
}
