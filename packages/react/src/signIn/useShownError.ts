'use client'

import type { TakoKitError } from '@takokit/core'
import { useState } from 'react'
import { useSignInContext } from './useSignInContext.ts'

/** The error to show: what failed, or why the exchange is retried. */
export function useShownError(): TakoKitError | undefined {
  const { state, session, status } = useSignInContext()
  const [held, setHeld] = useState<TakoKitError>()
  const isExchanging = status === 'exchanging'
  const error = status === 'failed' ? state.error : isExchanging ? session.error : undefined
  // A retry in flight has no error yet: the shown one stays, and is not announced again.
  const shown = error ?? (isExchanging ? held : undefined)
  if (shown !== held) setHeld(shown)
  return shown
}
