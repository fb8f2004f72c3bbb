'use client'

import { useContext } from 'react'
import { enStart } from './enStart.ts'
import type { StartStrings } from './Strings.ts'
import { StringsContext } from './StringsContext.ts'

/** The words that are there from the start; `undefined` while another language is loading. */
export function useStartStrings(): StartStrings | undefined {
  const { strings } = useContext(StringsContext)
  return strings && { ...enStart, ...strings }
}
