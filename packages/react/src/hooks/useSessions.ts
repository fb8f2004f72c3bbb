'use client'

import type { Session } from '@takokit/core'
import { getSessions } from '@takokit/core/internal/actions/getSessions'
import { useCallback, useSyncExternalStore } from 'react'
import { useAuthClient, type UseAuthClientParameters } from './useAuthClient.ts'

export type UseSessionsParameters = UseAuthClientParameters
export type UseSessionsReturnType = readonly Session[]

const none: UseSessionsReturnType = []

/**
 * The sessions of all providers and accounts that are signed in. Does not render when tokens are refreshed.
 *
 * @example
 * ```tsx
 * import { switchAccount } from '@takokit/core'
 * import { useAuthClient, useSessions } from '@takokit/react'
 *
 * export function Accounts() {
 *   const client = useAuthClient()
 *   return useSessions().map(({ provider, account = '' }) => (
 *     <button key={provider + account} onClick={() => switchAccount(client, { provider, account })}>
 *       {account}
 *     </button>
 *   ))
 * }
 * ```
 *
 * @throws {TakoKitError} `config/invalid` outside of `<AuthProvider>`.
 */
export function useSessions(parameters: UseSessionsParameters = {}): UseSessionsReturnType {
  const client = useAuthClient(parameters)
  const get = useCallback(() => getSessions(client), [client])
  return useSyncExternalStore(client.subscribe, get, () => none)
}
