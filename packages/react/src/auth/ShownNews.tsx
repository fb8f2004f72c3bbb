'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { copyLook } from '../ui/copyLook.ts'
import { isSeen } from '../utils/isSeen.ts'
import { keepAt } from '../utils/keepAt.ts'

export interface ShownNewsProps {
  text: string
  /** The control to show it at: where that cannot be seen, it stands at the foot of the window. */
  at: RefObject<HTMLElement | null> | undefined
  onEnd: () => void
}

const atFoot = { inset: 'auto 16px 16px', margin: '0 auto' }

/** News to see, until Escape, a tap or the focus elsewhere: nothing covers what has it. */
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
    line.showPopover?.()
    const end = () => latest.current()
    const endElsewhere = ({ target }: Event) => {
      if (!control?.contains(target as Node)) end()
    }
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal })
    document.addEventListener('pointerdown', end, { signal })
    document.addEventListener('focusin', endElsewhere, { signal })
    if (isThere) signal.addEventListener('abort', keepAt(line, control))
    else {
      line.toggleAttribute('data-above', true)
      for (const [name, value] of Object.entries(atFoot)) line.style.setProperty(name, value)
    }
    return () => stop.abort()
  }, [at])

  return (
    <span ref={element} className="takokit-menu takokit-notice" popover="manual">
      {text}
    </span>
  )
}
