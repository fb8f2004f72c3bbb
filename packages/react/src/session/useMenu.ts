'use client'

import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { useSessionContext } from './useSessionContext.ts'

/** Shows the popover, places it under its trigger, and follows the browser where that closes it. */
export function useMenu(element: RefObject<HTMLElement | null>): void {
  const { isOpen, setOpen, triggerRef } = useSessionContext()

  useLayoutEffect(() => {
    const menu = element.current
    const trigger = triggerRef.current
    if (!isOpen || !menu) return
    menu.showPopover?.()
    const place = () => trigger && placeUnder(menu, trigger)
    place()
    const stop = new AbortController()
    window.addEventListener('resize', place, { signal: stop.signal })
    window.addEventListener('scroll', place, { signal: stop.signal, passive: true, capture: true })
    return () => stop.abort()
  }, [element, isOpen, triggerRef])

  useEffect(() => {
    const menu = element.current
    if (!isOpen || !menu) return
    menu.focus()
    const trigger = triggerRef.current
    let wasPressed = false
    const stop = new AbortController()
    const { signal } = stop
    // A tap on the trigger closes the popover before the click that would open it again.
    document.addEventListener(
      'pointerdown',
      ({ target }) => {
        wasPressed = target instanceof Node && trigger?.contains(target) === true
      },
      { signal, capture: true },
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

/** Under the trigger, along the edge where a line of text ends, and inside of the window. By CSSOM, which every policy allows. */
function placeUnder(menu: HTMLElement, trigger: HTMLElement): void {
  const { bottom, left, right, top } = trigger.getBoundingClientRect()
  const { offsetWidth, offsetHeight } = menu
  const { clientWidth, clientHeight } = document.documentElement
  const isRtl = getComputedStyle(trigger).direction === 'rtl'
  const wanted = isRtl ? left : right - offsetWidth
  const x = Math.max(8, Math.min(wanted, clientWidth - offsetWidth - 8))
  const isAbove = bottom + 8 + offsetHeight > clientHeight && top - 8 - offsetHeight > 0
  const y = isAbove ? top - 8 - offsetHeight : bottom + 8
  menu.style.setProperty('left', `${x}px`)
  menu.style.setProperty('top', `${y}px`)
}
