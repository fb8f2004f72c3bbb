'use client'

import { TakoKitError } from '@takokit/core'
import { useContext } from 'react'
import { SignInContext, type SignInContextValue } from './SignInContext.ts'

/** What `SignIn.Root` lends. */
export function useSignInContext(): SignInContextValue {
  const context = useContext(SignInContext)
  if (!context)
    throw new TakoKitError('config/invalid', 'There is no <SignIn.Root> around this part.')
  return context
}
