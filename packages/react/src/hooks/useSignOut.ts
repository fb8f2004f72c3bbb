'use client'

import {
  type ProviderName,
  type SessionParameters,
  signOut,
  type SignOutReturnType,
  type TakoKitError,
} from '@takokit/core'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { byName } from './byName.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { useAuthClient, type UseAuthClientParameters } from './useAuthClient.ts'

export type SignOutVariables = SessionParameters | void
export type SignOutData = SignOutReturnType

export interface UseSignOutParameters<context = unknown>
  extends SessionParameters,
    UseAuthClientParameters {
  /** TanStack Query's options. */
  mutation?: MutationOptions<SignOutData, SignOutVariables, context> | undefined
}
export type UseSignOutReturnType<context = unknown> = UseMutationResult<
  SignOutData,
  TakoKitError,
  SignOutVariables,
  context
>

/**
 * Signs out, here and in every other tab. The wallet stays connected. The mutation's `data` says whether the provider knows of
 * it: `{ revoked: true | false | 'unsupported' }`.
 *
 * @example
 * ```tsx
 * import { useSignOut } from '@takokit/react'
 *
 * export function SignOutButton() {
 *   const { mutate } = useSignOut()
 *   return <button onClick={() => mutate()}>Sign out</button>
 * }
 * ```
 *
 * The mutation's `error`: `storage/failed`, `config/…`.
 */
export function useSignOut<context = unknown>(
  parameters: ProviderName | UseSignOutParameters<context> = {},
): UseSignOutReturnType<context> {
  const options = byName<UseSignOutParameters<context>>(parameters)
  const { provider, account, mutation } = options
  const client = useAuthClient(options)
  return useMutation<SignOutData, TakoKitError, SignOutVariables, context>({
    ...mutation,
    mutationKey: ['takokit', 'signOut'],
    networkMode: 'always',
    mutationFn: (variables) => signOut(client, { provider, account, ...variables }),
  })
}
