'use client'

import { useContext, useEffect, useRef } from 'react'
import type { PageControl } from '../auth/PageControl.ts'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSignInContext } from '../signIn/useSignInContext.ts'
import { StringsContext } from '../strings/StringsContext.ts'

export type PageControlParameters = Partial<
  Pick<PageControl, 'helpAfterMs' | 'onOpenChange' | 'walletGuideUrl'>
>

/** Provides a control to the page's dialog. Returns a function that marks the beginning of an attempt at this control. */
export function usePageControl(parameters: PageControlParameters): () => void {
  const { dialog } = useAuthContext()
  const { flow, triggerRef } = useSignInContext()
  const words = useContext(StringsContext)
  const current = { ...parameters, words, triggerRef }
  const control = useRef<PageControl>(current)
  useEffect(() => {
    control.current = current
  })
  useEffect(() => {
    dialog.controls.set(control, flow)
    return () => {
      dialog.controls.delete(control)
    }
  }, [dialog, flow])
  return () => dialog.beginAt(flow, control)
}
