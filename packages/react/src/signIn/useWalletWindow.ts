'use client'

import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { findPageWindows } from './findPageWindows.ts'

/**
 * How often the page is searched while a wallet is asked: no event reports that a frame is shown, or what a shadow root
 * renders.
 */
const lookEveryMs = 120

/** The window that appeared in the page while a wallet is asked, if any: an embedded wallet's, or a connector's own. */
export function useWalletWindow(
  element: RefObject<HTMLElement | null>,
  isOpen: boolean,
  isAsking: boolean,
): Element | undefined {
  const { dialog: ofPage } = useAuthContext()
  const known = useRef<ReadonlySet<Element>>(undefined)
  const [shown, setShown] = useState<Element>()

  // What was there before is the application's own.
  useLayoutEffect(() => {
    const dialog = element.current
    if (!isOpen || !dialog) return
    const before = ofPage.getOrigin()
    const isOld = (one: Element) =>
      !before || before.some((child) => child.contains(outermost(one)))
    known.current = new Set(findPageWindows(dialog).filter(isOld))
  }, [element, isOpen, ofPage])

  useLayoutEffect(() => {
    const dialog = element.current
    if (!isOpen || !isAsking || !dialog) return
    const look = () => setShown(findPageWindows(dialog).find((one) => !known.current?.has(one)))
    look()
    const timer = setInterval(look, lookEveryMs)
    const additions = new MutationObserver(look)
    additions.observe(dialog.ownerDocument.body, { childList: true })
    return () => {
      clearInterval(timer)
      additions.disconnect()
      setShown(undefined)
    }
  }, [element, isOpen, isAsking])

  return shown
}

/** The element itself, or the host of the shadow root that contains it. */
function outermost(element: Element): Element {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? outermost(root.host) : element
}
