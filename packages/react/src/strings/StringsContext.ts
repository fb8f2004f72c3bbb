'use client'

import { createContext } from 'react'
import type { StringOverrides } from './Strings.ts'

/** The language in use, and the words that are known of it beside built-in English. */
export interface StringsContextValue {
  locale: string
  /** `undefined` while the language is loading. */
  strings: StringOverrides | undefined
}

export const StringsContext = createContext<StringsContextValue>({ locale: 'en', strings: {} })
