'use client'

import { useContext } from 'react'
import { inside } from '../utils/inside.ts'
import { SignInContext, type SignInContextValue } from './SignInContext.ts'

/** What `SignIn.Root` lends. */
export function useSignInContext(): SignInContextValue {
  return inside(useContext(SignInContext), 'SignIn.Root')
}
