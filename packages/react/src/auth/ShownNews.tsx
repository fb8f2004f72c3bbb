'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { activeElementOf } from '../utils/activeElementOf.ts'
import { copyLook } from './copyLook.ts'
import { isCovered } from '../utils/isCovered.ts'
import { isSeen } from '../utils/isSeen.ts'
import { keepAt } from '../utils/keepAt.ts'
import { showOnTop } from '../utils/showOnTop.ts'

export interface ShownNewsProps {
  text: string
  /** The control to show it at. If that is not visible, the message is at the bottom of the window. */
  at: RefObject<HTMLElement | null> | undefined
  onEnd: () => void
}

/** News to see, until Escape or a tap. It covers nothing that has the focus, and goes when it would. */
export function ShownNews({ text, at, onEnd }: ShownNewsProps) {
  const element = useRef<HTMLSpanElement>(null)
  const latest = useRef(onEnd)
  useEffect(() => {
    latest.current = onEnd
  })

  useLayoutEffect(() => {
    const line = element.current
    const control = at?.current
    if (!line) return
    const isThere = control && isSeen(control)
    const stop = new AbortController()
    const { signal } = stop
    if (isThere && line.parentElement)
      signal.addEventListener('abort', copyLook(control, line.parentElement))
    showOnTop(line)
    const end = () => latest.current()
    const isInTheWay = () => {
      const active = activeElementOf(document)
      return active !== undefined && isCovered(active, line)
    }
    const check = () => isInTheWay() && end()
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal })
    document.addEventListener('pointerdown', end, { signal })
    document.addEventListener('focusin', check, { signal })
    const stopKeeping = isThere ? keepAt(line, control) : undefined
    window.addEventListener('scroll', check, { signal, passive: true, capture: true })
    if (!isThere || isInTheWay()) {
      stopKeeping?.()
      line.toggleAttribute('data-above', true)
      line.style.setProperty('margin', '0 auto')
      line.style.setProperty('inset', 'auto 16px 16px')
      if (isInTheWay()) line.style.setProperty('inset', '16px 16px auto')
    } else signal.addEventListener('abort', () => stopKeeping?.())
    return () => stop.abort()
  }, [at])

  return (
    <span ref={element} className="takokit-menu takokit-notice" popover="manual">
      {text}
    </span>
  )
}
