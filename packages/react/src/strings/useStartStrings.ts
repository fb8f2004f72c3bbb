'use client'

import { useContext } from 'react'
import { enStart } from './enStart.ts'
import type { StartStrings } from './Strings.ts'
import { StringsContext } from './StringsContext.ts'

/** The strings available from the start. */
export function useStartStrings(): StartStrings {
  return { ...enStart, ...useContext(StringsContext).strings }
}
