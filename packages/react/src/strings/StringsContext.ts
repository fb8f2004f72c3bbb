'use client'

import { createContext } from 'react'
import type { StringOverrides } from './Strings.ts'

/** The language in use, and its strings beyond built-in English. */
export interface StringsContextValue {
  /** The tag for `Intl` and for `lang`: of the shown language, which is English while another one loads. */
  locale: string
  /** `undefined`: the page's direction, if no language was requested. */
  dir: 'ltr' | 'rtl' | undefined
  strings: StringOverrides
}

export const StringsContext = createContext<StringsContextValue>({
  locale: 'en',
  dir: undefined,
  strings: {},
})
