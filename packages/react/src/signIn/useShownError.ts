'use client'

import type { TakoKitError } from '@takokit/core'
import { useSignInContext } from './useSignInContext.ts'

/** The error to show: what failed, or why the exchange is being tried again. */
export function useShownError(): TakoKitError | undefined {
  const { state, session, status } = useSignInContext()
  if (status === 'failed') return state.error
  if (status === 'exchanging') return session.error
  return undefined
}
