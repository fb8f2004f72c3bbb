'use client'

import { type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useLazy } from '../utils/useLazy.ts'
import type { LocaleOption } from './Locale.ts'
import { loadStrings } from './loadStrings.ts'
import { mergeStrings } from './mergeStrings.ts'
import type { StringOverrides } from './Strings.ts'
import { StringsContext, type StringsContextValue } from './StringsContext.ts'

export interface StringsProviderProps {
  locale?: LocaleOption | undefined
  strings?: StringOverrides | undefined
  children?: ReactNode
}

const english: StringsContextValue = { locale: 'en', dir: 'ltr', strings: {} }

/** Applies a language, and single strings, over those of the parent. */
export function StringsProvider({ locale, strings: words, children }: StringsProviderProps) {
  const outer = useContext(StringsContext)
  const isOther = Boolean(locale) && locale !== outer.locale
  const isWorded = Boolean(words)
  const [turn, setTurn] = useState(0)
  const load = useCallback(
    () => loadStrings(locale ?? '', isWorded, () => setTurn(turn + 1)),
    [locale, isWorded, turn],
  )
  const arrived = useLazy<StringsContextValue>(load, isOther && locale !== 'en')
  const value = useMemo(() => {
    // English until it has loaded: a button has a name from the start.
    const base = isOther || locale === 'en' ? (arrived ?? english) : outer
    return { ...base, strings: mergeStrings(base.strings, words) }
  }, [outer, isOther, locale, arrived, words])
  return <StringsContext.Provider value={value}>{children}</StringsContext.Provider>
}
