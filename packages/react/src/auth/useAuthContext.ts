'use client'

import { useContext } from 'react'
import { requireContext } from '../utils/requireContext.ts'
import { AuthContext, type AuthContextValue } from './AuthContext.ts'

export function useAuthContext(): AuthContextValue {
  return requireContext(useContext(AuthContext), 'AuthProvider')
}
