'use client'

import type {
  ProviderName,
  SessionParameters,
  SignOutReturnType,
  TakoKitError,
} from '@takokit/core'
import { signOut } from '@takokit/core/internal/actions/signOut'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { toParameters } from './toParameters.ts'
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
> & {
  /**
   * Whether the provider has confirmed it: `true`, `false` or `'unsupported'`; `undefined` until that is known. Also in
   * `data`.
   */
  revoked: SignOutData['revoked'] | undefined
}

/**
 * Signs out, here and in every other tab. The wallet stays connected. The session ends at once; `revoked`, also in the
 * mutation's `data`, says whether the provider has confirmed it.
 *
 * @example
 * ```tsx
 * import { useSignOut } from '@takokit/react'
 *
 * export function SignOutButton() {
 *   const { mutate, revoked } = useSignOut()
 *   return (
 *     <>
 *       <button onClick={() => mutate()}>Sign out</button>
 *       {revoked === false && <p>Signed out on this device only.</p>}
 *     </>
 *   )
 * }
 * ```
 *
 * The mutation's `error`: `storage/failed`, `config/…`.
 */
export function useSignOut<context = unknown>(
  parameters: ProviderName | UseSignOutParameters<context> = {},
): UseSignOutReturnType<context> {
  const options = toParameters<UseSignOutParameters<context>>(parameters)
  const { provider, account, mutation } = options
  const client = useAuthClient(options)
  const result = useMutation<SignOutData, TakoKitError, SignOutVariables, context>({
    ...mutation,
    mutationKey: ['takokit', 'signOut'],
    networkMode: 'always',
    mutationFn: (variables) => signOut(client, { provider, account, ...variables }),
  })
  return { ...result, revoked: result.data?.revoked }
}
