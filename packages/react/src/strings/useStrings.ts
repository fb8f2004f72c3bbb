'use client'

import { useContext } from 'react'
import { en } from './en.ts'
import { mergeStrings } from './mergeStrings.ts'
import type { Strings } from './Strings.ts'
import { StringsContext } from './StringsContext.ts'

/** All strings. Imports English, so only lazily loaded code may use it. */
export function useStrings(): Strings {
  return mergeStrings(en, useContext(StringsContext).strings)
}
