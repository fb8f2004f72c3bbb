'use client'

import type {
  SessionParameters,
  SessionQueryContext,
  SessionQueryKey,
  SessionSnapshot,
} from '@takokit/core'
import { scopeQueries } from '@takokit/core/internal/queries/scopeQueries'
import { sessionQueryOptions } from '@takokit/core/internal/queries/sessionQueryOptions'
import {
  type DefaultError,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useEffect } from 'react'
import { useAuthClient, type UseAuthClientParameters } from './useAuthClient.ts'
import { useSelected } from './useSelected.ts'

export interface UseSessionQueryParameters<data, error = DefaultError, selected = data>
  extends Omit<
      UseQueryOptions<data, error, selected, SessionQueryKey>,
      'queryFn' | 'queryKey' | 'initialData' | 'initialDataUpdatedAt'
    >,
    SessionParameters,
    UseAuthClientParameters {
  /** Your own key. The provider and the account are put before it. */
  queryKey: readonly unknown[]
  /** Fetches the data, with the `authFetch` of this session. */
  queryFn: (context: SessionQueryContext) => data | Promise<data>
}
export type UseSessionQueryReturnType<selected, error = DefaultError> = UseQueryResult<
  selected,
  error
>

/**
 * TanStack Query's `useQuery` for data of one account. It runs only while the account is signed in, and not when tokens are
 * refreshed. When the account signs out, here or in another tab, or another one is put in use, it shows nothing of the account
 * any more, and the data is removed from the cache.
 *
 * @example
 * ```tsx
 * import { useSessionQuery } from '@takokit/react'
 *
 * export function Bids() {
 *   const { data } = useSessionQuery({
 *     queryKey: ['bids'],
 *     queryFn: async ({ authFetch }) => (await authFetch('https://api.tako.so/v2/bids')).json(),
 *   })
 *   return <pre>{JSON.stringify(data)}</pre>
 * }
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`; `config/invalid` outside of `<AuthProvider>`.
 */
export function useSessionQuery<data, error = DefaultError, selected = data>(
  parameters: UseSessionQueryParameters<data, error, selected>,
): UseSessionQueryReturnType<selected, error> {
  const { client: given, ...options } = parameters
  const client = useAuthClient({ client: given })
  const { provider, account } = options
  const queryClient = useQueryClient()
  useEffect(() => scopeQueries(client, { queryClient }), [client, queryClient])
  // Renders when the account changes.
  useSelected(client, { provider, account }, signedInAccount, Object.is)
  return useQuery(
    sessionQueryOptions(client, options as never) as UseQueryOptions<
      data,
      error,
      selected,
      SessionQueryKey
    >,
  )
}

function signedInAccount({ account, startedAt }: SessionSnapshot): string | undefined {
  return startedAt === undefined ? undefined : account
}
