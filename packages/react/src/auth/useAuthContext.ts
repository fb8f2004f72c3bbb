'use client'

import { TakoKitError } from '@takokit/core'
import { useContext } from 'react'
import { AuthContext, type AuthContextValue } from './AuthContext.ts'

/** What {@link AuthProvider} lends. */
export function useAuthContext(): AuthContextValue {
  const context = useContext(AuthContext)
  if (!context)
    throw new TakoKitError('config/invalid', 'There is no <AuthProvider> around this component.')
  return context
}
