'use client'

import { useSyncExternalStore } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSignInContext } from './useSignInContext.ts'

/** Whether the dialog among these parts is the one to show: an attempt whose own cannot be seen is shown by the page's. */
export function useIsShown(): boolean {
  const { dialog } = useAuthContext()
  const { flow, isOpen, isHosted } = useSignInContext()
  const shown = useSyncExternalStore(dialog.subscribe, dialog.getShown, () => undefined)
  return isOpen && isHosted === (shown === flow)
}
