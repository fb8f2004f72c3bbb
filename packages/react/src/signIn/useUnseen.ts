'use client'

import { TakoKitError } from '@takokit/core'
import { useCallback } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { useSignInContext } from './useSignInContext.ts'

/** What to do where an open dialog cannot be seen: the page's shows the attempt; where that is unseen, the attempt fails. */
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
