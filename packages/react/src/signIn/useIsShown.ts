'use client'

import { useSyncExternalStore } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSignInContext } from './useSignInContext.ts'

/** Whether the dialog among these parts is shown. If it is not visible, the page's dialog shows the attempt. */
export function useIsShown(): boolean {
  const { dialog } = useAuthContext()
  const { flow, isOpen, isHosted } = useSignInContext()
  const shown = useSyncExternalStore(dialog.subscribe, dialog.getShown, () => undefined)
  return isOpen && isHosted === (shown === flow)
}
