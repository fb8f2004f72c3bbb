'use client'

import { useLayoutEffect, useRef } from 'react'

const unseen = {
  display: 'block',
  position: 'absolute',
  inset: 'auto',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  'clip-path': 'inset(50%)',
  'white-space': 'nowrap',
}

/** A message for screen readers only. Hidden without a stylesheet, because not every page has it. */
export function UnseenNews({ text }: { text: string }) {
  const element = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    for (const [name, value] of Object.entries(unseen))
      element.current?.style.setProperty(name, value)
  }, [])
  return <span ref={element}>{text}</span>
}
