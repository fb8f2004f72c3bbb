'use client'

import { useContext } from 'react'
import { inside } from '../utils/inside.ts'
import { SessionContext, type SessionContextValue } from './SessionContext.ts'

/** What `Session.Root` lends. */
export function useSessionContext(): SessionContextValue {
  return inside(useContext(SessionContext), 'Session.Root')
}
