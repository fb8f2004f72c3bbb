'use client'

import type { ProviderName, SessionParameters } from '@takokit/core'
import { authFetch } from '@takokit/core/internal/actions/authFetch'
import { useCallback } from 'react'
import { toParameters } from './toParameters.ts'
import { useAuthClient, type UseAuthClientParameters } from './useAuthClient.ts'

export interface UseAuthFetchParameters extends SessionParameters, UseAuthClientParameters {}
export type UseAuthFetchReturnType = (
  input: string | URL | Request,
  init?: RequestInit,
) => Promise<Response>

/**
 * `fetch` with the token, which is refreshed and the request repeated once if it is refused. The same function at every render.
 *
 * @example
 * ```tsx
 * import { useQuery } from '@tanstack/react-query'
 * import { useAuthFetch } from '@takokit/react'
 *
 * export function Bids() {
 *   const authFetch = useAuthFetch()
 *   const bids = useQuery({
 *     queryKey: ['bids'],
 *     queryFn: async () => (await authFetch('https://api.tako.so/v2/bids')).json(),
 *   })
 *   return <pre>{JSON.stringify(bids.data)}</pre>
 * }
 * ```
 *
 * It rejects with a {@link TakoKitError}: `request/foreign-origin`, `session/…`; network errors and aborts are `fetch`'s own.
 */
export function useAuthFetch(
  parameters: ProviderName | UseAuthFetchParameters = {},
): UseAuthFetchReturnType {
  const options = toParameters<UseAuthFetchParameters>(parameters)
  const { provider, account } = options
  const client = useAuthClient(options)
  return useCallback(
    (input, init) => authFetch(client, input, { provider, account, ...init }),
    [client, provider, account],
  )
}
