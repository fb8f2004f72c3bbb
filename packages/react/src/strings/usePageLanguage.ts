'use client'

import { useSyncExternalStore } from 'react'
import type { LocaleOption } from './Locale.ts'

const never = () => () => {}

function watchPage(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['lang'] })
  return () => observer.disconnect()
}

/** The tag of the page in place of `page`, also when it changes. A server does not know it, so that the language loads later. */
export function usePageLanguage(locale: LocaleOption | undefined): LocaleOption | undefined {
  const isPage = locale === 'page'
  const read = () => (isPage ? document.documentElement.lang : locale)
  return useSyncExternalStore(isPage ? watchPage : never, read, () => locale)
}
