'use client'

import type { AuthClient } from '@takokit/core'
import { useContext } from 'react'
import { requireContext } from '../utils/requireContext.ts'
import { AuthContext } from '../auth/AuthContext.ts'

export interface UseAuthClientParameters {
  /** Another client than the one of `<AuthProvider>`. */
  client?: AuthClient | undefined
}
export type UseAuthClientReturnType = AuthClient

/**
 * The client of `<AuthProvider>`, for the actions of `@takokit/core`.
 *
 * @example
 * ```tsx
 * import { refreshSession } from '@takokit/core'
 * import { useAuthClient } from '@takokit/react'
 *
 * export function Renew() {
 *   const client = useAuthClient()
 *   return <button onClick={() => void refreshSession(client)}>Renew now</button>
 * }
 * ```
 *
 * @throws {TakoKitError} `config/invalid` outside of `<AuthProvider>`.
 */
export function useAuthClient(parameters: UseAuthClientParameters = {}): UseAuthClientReturnType {
  const context = useContext(AuthContext)
  return parameters.client ?? requireContext(context, 'AuthProvider').client
}
