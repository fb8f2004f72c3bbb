'use client'

import { type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useLazy } from '../utils/useLazy.ts'
import type { LocaleOption } from './Locale.ts'
import { loadStrings } from './loadStrings.ts'
import { mergeStrings } from './mergeStrings.ts'
import type { StringOverrides } from './Strings.ts'
import { StringsContext, type StringsContextValue } from './StringsContext.ts'
import { usePageLanguage } from './usePageLanguage.ts'

export interface StringsProviderProps {
  locale?: LocaleOption | undefined
  strings?: StringOverrides | undefined
  children?: ReactNode
}

const english: StringsContextValue = { locale: 'en', dir: 'ltr', strings: {} }
const loading: StringsContextValue = { ...english, strings: undefined }

/** Lays a language, and single words, over what holds around it. */
export function StringsProvider({ locale: asked, strings: words, children }: StringsProviderProps) {
  const outer = useContext(StringsContext)
  const locale = usePageLanguage(asked)
  const isOther = locale !== undefined && locale !== 'en' && locale !== outer.locale
  const isWorded = words !== undefined
  const load = useCallback(() => loadStrings(locale ?? '', isWorded), [locale, isWorded])
  const [missing, setMissing] = useState<string>()
  const arrived = useLazy<StringsContextValue>(load, isOther && locale !== 'page', () =>
    setMissing(locale),
  )
  // English, rather than nothing, until it can be loaded.
  const loaded = arrived ?? (missing === locale ? english : loading)
  const value = useMemo(() => {
    const base = isOther ? loaded : locale === 'en' ? english : outer
    return { ...base, strings: base.strings && mergeStrings(base.strings, words) }
  }, [outer, isOther, locale, loaded, words])
  return <StringsContext.Provider value={value}>{children}</StringsContext.Provider>
}
