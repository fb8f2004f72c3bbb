'use client'

import { createContext } from 'react'
import type { StringOverrides } from './Strings.ts'

/** The language in use, and the words that are known of it beside built-in English. */
export interface StringsContextValue {
  /** A tag for `Intl` and for `lang`: of what is shown, which is English while another language is missing. */
  locale: string
  /** `undefined`: that of the page, where no language was asked for. */
  dir: 'ltr' | 'rtl' | undefined
  strings: StringOverrides
}

export const StringsContext = createContext<StringsContextValue>({
  locale: 'en',
  dir: undefined,
  strings: {},
})
