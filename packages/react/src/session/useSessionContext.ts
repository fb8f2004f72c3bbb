'use client'

import { useContext } from 'react'
import { requireContext } from '../utils/requireContext.ts'
import { SessionContext, type SessionContextValue } from './SessionContext.ts'

export function useSessionContext(): SessionContextValue {
  return requireContext(useContext(SessionContext), 'Session.Root')
}
