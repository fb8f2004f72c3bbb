'use client'

import { type AuthClient, TakoKitError } from '@takokit/core'
import { QueryClientContext } from '@tanstack/react-query'
import { type ReactNode, useContext, useEffect } from 'react'
import { warnInDevelopment } from '../utils/warnInDevelopment.ts'
import { isOnlyCopy, otherCopyText } from './isOnlyCopy.ts'

const clientText =
  '<AuthProvider client> is undefined. Make the client once, outside of components, and hand it over: const auth = createAuthClient({ providers: [tako()] }).'
const queryText =
  'There is no <QueryClientProvider> of TanStack Query around <AuthProvider>: useSignIn, useSignOut and useStartSession need one. Put <QueryClientProvider client={new QueryClient()}> around it, made once. If there is one, two copies of @tanstack/react-query are in the bundle.'

export interface SetupWarningsProps {
  client: AuthClient | undefined
  children: ReactNode
}

/** Warns once about what is missing around `AuthProvider`. Development only; removed from production builds. */
export function SetupWarnings({ client, children }: SetupWarningsProps) {
  const queryClient = useContext(QueryClientContext)
  // During render: a component below may throw because of it, and then no effect runs.
  if (!client) warnInDevelopment(clientText)
  if (!queryClient) warnInDevelopment(queryText)
  useEffect(() => {
    if (!isOnlyCopy() || (client && isOfOtherCore(client))) warnInDevelopment(otherCopyText)
  }, [client])
  return children
}

/** Whether a client comes from another copy of the core: its errors are no instances of this copy's class. */
function isOfOtherCore(client: AuthClient): boolean {
  try {
    client.getSnapshot({ provider: '' })
  } catch (cause) {
    return !(cause instanceof TakoKitError)
  }
  return false
}
