'use client'

import type { RefObject } from 'react'
import { useSessionContext } from '../session/useSessionContext.ts'
import { TakoMenu } from './TakoMenu.tsx'
import { TakoNotice } from './TakoNotice.tsx'
import type { EnsProfile } from './useEns.ts'

export interface TakoPopoversProps {
  root: RefObject<HTMLElement | null>
  ens: EnsProfile | undefined
}

/** What floats at the button. */
export function TakoPopovers({ root, ens }: TakoPopoversProps) {
  const { isOpen } = useSessionContext()
  return (
    <>
      <TakoNotice root={root} />
      {isOpen && <TakoMenu ens={ens} />}
    </>
  )
}
