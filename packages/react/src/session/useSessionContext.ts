'use client'

import { TakoKitError } from '@takokit/core'
import { useContext } from 'react'
import { SessionContext, type SessionContextValue } from './SessionContext.ts'

/** What `Session.Root` lends. */
export function useSessionContext(): SessionContextValue {
  const context = useContext(SessionContext)
  if (!context)
    throw new TakoKitError('config/invalid', 'There is no <Session.Root> around this part.')
  return context
}
