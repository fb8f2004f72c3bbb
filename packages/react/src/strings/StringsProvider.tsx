'use client'

import { type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useLazy } from '../utils/useLazy.ts'
import type { Locale } from './Locale.ts'
import { loadStrings } from './loadStrings.ts'
import { mergeStrings } from './mergeStrings.ts'
import type { StringOverrides } from './Strings.ts'
import { StringsContext } from './StringsContext.ts'

export interface StringsProviderProps {
  locale?: Locale | undefined
  strings?: StringOverrides | undefined
  children?: ReactNode
}

const english: StringOverrides = {}

/** Lays a language, and single words, over what holds around it. */
export function StringsProvider({ locale, strings: words, children }: StringsProviderProps) {
  const outer = useContext(StringsContext)
  const isOther = locale !== undefined && locale !== outer.locale
  const load = useCallback(() => loadStrings(locale ?? 'en'), [locale])
  const [missing, setMissing] = useState<Locale>()
  const arrived = useLazy<StringOverrides>(load, isOther, () => setMissing(locale))
  // English, rather than nothing, until it can be loaded.
  const loaded = arrived ?? (missing === locale ? english : undefined)
  const value = useMemo(() => {
    const base = isOther ? loaded : outer.strings
    return { locale: locale ?? outer.locale, strings: base && mergeStrings(base, words) }
  }, [outer, isOther, locale, loaded, words])
  return <StringsContext.Provider value={value}>{children}</StringsContext.Provider>
}
