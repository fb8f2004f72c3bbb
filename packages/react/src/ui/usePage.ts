'use client'

import { type RefObject, useEffect } from 'react'
import { useLazy } from '../utils/useLazy.ts'
import { loadPage } from './loadPage.ts'
import type { Theme } from '../auth/Theme.ts'

/** Adapts a control to any page, and returns the component that draws its account. Calls back once the page is idle. */
export function usePage(root: RefObject<HTMLElement | null>, theme: Theme, onIdle: () => void) {
  const page = useLazy(loadPage, true)
  useEffect(() => page?.followPage(root.current, theme, onIdle), [root, page, theme, onIdle])
  return page?.SessionAvatar
}
