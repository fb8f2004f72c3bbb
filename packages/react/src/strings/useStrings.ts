'use client'

import { useContext } from 'react'
import { en } from './en.ts'
import { mergeStrings } from './mergeStrings.ts'
import type { Strings } from './Strings.ts'
import { StringsContext } from './StringsContext.ts'

/** All words. Brings English with it, so that only what is loaded later may use it. */
export function useStrings(): Strings {
  return mergeStrings(en, useContext(StringsContext).strings)
}
