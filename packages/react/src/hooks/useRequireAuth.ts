'use client'

import type { ProviderName, Session } from '@takokit/core'
import { useCallback } from 'react'
import { requireAuth } from '../auth/requireAuth.ts'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { byName } from './byName.ts'

export interface UseRequireAuthParameters {
  provider?: ProviderName | undefined
}
export type UseRequireAuthReturnType = () => Promise<Session>

/**
 * Signs in at the moment it is needed. The function that it gives resolves once somebody is signed in, at once where that is
 * so already; what was interrupted then goes on.
 *
 * @example
 * ```tsx
 * import { useAuthFetch, useRequireAuth } from '@takokit/react'
 *
 * export function Bid() {
 *   const requireAuth = useRequireAuth()
 *   const authFetch = useAuthFetch()
 *   async function bid() {
 *     await requireAuth()
 *     await authFetch('https://api.tako.so/v2/bids', { method: 'POST' })
 *   }
 *   return <button onClick={() => void bid()}>Bid</button>
 * }
 * ```
 *
 * It rejects with a {@link TakoKitError}, such as `sign-in/cancelled` where the dialog was closed.
 */
export function useRequireAuth(
  parameters: ProviderName | UseRequireAuthParameters = {},
): UseRequireAuthReturnType {
  const context = useAuthContext()
  const { provider } = byName<UseRequireAuthParameters>(parameters)
  return useCallback(() => requireAuth(context, provider), [context, provider])
}
