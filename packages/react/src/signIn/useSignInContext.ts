'use client'

import { useContext } from 'react'
import { requireContext } from '../utils/requireContext.ts'
import { SignInContext, type SignInContextValue } from './SignInContext.ts'

/** What `SignIn.Root` lends. */
export function useSignInContext(): SignInContextValue {
  return requireContext(useContext(SignInContext), 'SignIn.Root')
}
