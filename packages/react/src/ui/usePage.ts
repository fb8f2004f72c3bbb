'use client'

import { useEffect, useRef } from 'react'
import { useLazy } from '../utils/useLazy.ts'
import { loadPage } from './loadPage.ts'
import type { Theme } from './Theme.ts'

/** What draws the button's account, and a ref that makes the kit look right on any page. Calls back once the page is idle. */
export function usePage(theme: Theme, onIdle: (isIdle: true) => void) {
  const root = useRef<HTMLSpanElement>(null)
  const page = useLazy(loadPage)
  useEffect(() => page?.followPage(root.current, theme, onIdle), [page, theme, onIdle])
  return { root, Avatar: page?.SessionAvatar }
}
