'use client'

import { useContext } from 'react'
import { requireContext } from '../utils/requireContext.ts'
import { SignInContext, type SignInContextValue } from './SignInContext.ts'

export function useSignInContext(): SignInContextValue {
  return requireContext(useContext(SignInContext), 'SignIn.Root')
}
