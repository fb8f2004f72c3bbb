'use client'

import { TakoKitError } from '@takokit/core'
import { useCallback } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSignInContext } from './useSignInContext.ts'

/**
 * Handles an open dialog that is not visible: the page's dialog shows the attempt; if that is not visible either, the
 * attempt fails.
 */
export function useUnseen(): () => void {
  const { dialog } = useAuthContext()
  const { flow, isHosted } = useSignInContext()
  return useCallback(() => {
    if (!isHosted) return dialog.adopt(flow)
    const error = new TakoKitError(
      'config/invalid',
      'The sign-in dialog cannot be seen, since something hides the `container` of <AuthProvider>. Mount it elsewhere.',
    )
    flow.close('failed', { type: 'partMissing', error, reason: 'failed' })
  }, [dialog, flow, isHosted])
}
