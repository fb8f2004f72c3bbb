'use client'

import { useContext } from 'react'
import { inside } from '../utils/inside.ts'
import { AuthContext, type AuthContextValue } from './AuthContext.ts'

/** What `AuthProvider` lends. */
export function useAuthContext(): AuthContextValue {
  return inside(useContext(AuthContext), 'AuthProvider')
}
