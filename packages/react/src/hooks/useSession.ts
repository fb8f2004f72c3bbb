'use client'

import type { ProviderName, Session, SessionParameters } from '@takokit/core'
import { isSameSession } from '@takokit/core/internal/utils/isSameSession'
import { toSession } from '@takokit/core/internal/actions/toSession'
import { toParameters } from './toParameters.ts'
import { useAuthClient, type UseAuthClientParameters } from './useAuthClient.ts'
import { useSelected } from './useSelected.ts'

export interface UseSessionParameters extends SessionParameters, UseAuthClientParameters {}
export type UseSessionReturnType = Session

/**
 * The session's account and status, and the step of a sign-in. Does not render when tokens are refreshed.
 *
 * @example
 * ```tsx
 * import { useSession } from '@takokit/react'
 *
 * export function Greeting() {
 *   const { status, address } = useSession()
 *   return status === 'signedIn' ? <p>Hello {address}</p> : <p>Hello</p>
 * }
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`; `config/invalid` outside of `<AuthProvider>`.
 */
export function useSession(
  parameters: ProviderName | UseSessionParameters = {},
): UseSessionReturnType {
  const options = toParameters<UseSessionParameters>(parameters)
  return useSelected(useAuthClient(options), options, toSession, isSameSession)
}
