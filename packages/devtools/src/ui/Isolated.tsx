'use client'

import { type ReactNode, useCallback, useState } from 'react'
import { createPortal } from 'react-dom'
import { adoptStyles } from '../styles/adoptStyles.ts'

export interface IsolatedProps {
  children: ReactNode
}

/** Draws its children in a shadow root, where the page's styles are not. On a server it draws an empty element. */
export function Isolated({ children }: IsolatedProps) {
  const [root, setRoot] = useState<ShadowRoot>()
  const attach = useCallback((host: HTMLElement | null) => {
    if (!host) return
    const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
    adoptStyles(shadow)
    setRoot(shadow)
  }, [])
  return (
    <div ref={attach} data-takokit-devtools="">
      {root && createPortal(<div className="devtools">{children}</div>, root)}
    </div>
  )
}
