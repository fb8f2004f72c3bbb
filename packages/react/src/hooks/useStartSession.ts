'use client'

import type {
  IssuedTokens,
  ProviderName,
  Session,
  SessionParameters,
  TakoKitError,
} from '@takokit/core'
import { startSession } from '@takokit/core/internal/actions/startSession'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { toParameters } from './toParameters.ts'
import type { MutationOptions } from './MutationOptions.ts'
import { useAuthClient, type UseAuthClientParameters } from './useAuthClient.ts'

export interface StartSessionVariables extends SessionParameters {
  /** Obtains the token pair. A function, so that no token is in the mutation cache. */
  getTokens: () => IssuedTokens | Promise<IssuedTokens>
}
export type StartSessionData = Session

export interface UseStartSessionParameters<context = unknown>
  extends SessionParameters,
    UseAuthClientParameters {
  /** TanStack Query's options. */
  mutation?: MutationOptions<StartSessionData, StartSessionVariables, context> | undefined
}
export type UseStartSessionReturnType<context = unknown> = UseMutationResult<
  StartSessionData,
  TakoKitError,
  StartSessionVariables,
  context
>

/**
 * Takes over a token pair from a provider whose sign-in happens elsewhere, and keeps it fresh.
 *
 * @example
 * ```tsx
 * import { useStartSession } from '@takokit/react'
 *
 * export function LogIn({ logIn }: { logIn: () => Promise<{ token: string; refreshToken: string }> }) {
 *   const { mutate } = useStartSession('talkstack')
 *   async function getTokens() {
 *     const { token, refreshToken } = await logIn()
 *     return { accessToken: token, refreshToken }
 *   }
 *   return <button onClick={() => mutate({ getTokens })}>Log in</button>
 * }
 * ```
 *
 * The mutation's `error`: `config/…`, and errors that `getTokens` throws.
 */
export function useStartSession<context = unknown>(
  parameters: ProviderName | UseStartSessionParameters<context> = {},
): UseStartSessionReturnType<context> {
  const options = toParameters<UseStartSessionParameters<context>>(parameters)
  const { provider, account, mutation } = options
  const client = useAuthClient(options)
  return useMutation<StartSessionData, TakoKitError, StartSessionVariables, context>({
    ...mutation,
    mutationKey: ['takokit', 'startSession'],
    networkMode: 'always',
    mutationFn: async ({ getTokens, ...which }) =>
      startSession(client, { provider, account, ...which, tokens: await getTokens() }),
  })
}
