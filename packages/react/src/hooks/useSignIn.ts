'use client'

import type { ProviderName, Session, SessionParameters, TakoKitError } from '@takokit/core'
import { cancelSignIn } from '@takokit/core/internal/actions/cancelSignIn'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { WalletConnector } from '../wagmi/WalletOption.ts'
import { connectForSignIn } from '../wagmi/connectForSignIn.ts'
import { signInWithWallet } from '../wagmi/signInWithWallet.ts'
import { toParameters } from './toParameters.ts'
import type { MutationOptions } from './MutationOptions.ts'
import type { UseAuthClientParameters } from './useAuthClient.ts'

export type SignInVariables = {
  provider?: ProviderName | undefined
  /** A wallet to connect first, one of wagmi's connectors. Default: the connected one. */
  connector?: WalletConnector | undefined
} | void
export type SignInData = Session

export interface UseSignInParameters<context = unknown>
  extends Pick<SessionParameters, 'provider'>,
    UseAuthClientParameters {
  /** TanStack Query's options. */
  mutation?: MutationOptions<SignInData, SignInVariables, context> | undefined
}
export type UseSignInReturnType<context = unknown> = UseMutationResult<
  SignInData,
  TakoKitError,
  SignInVariables,
  context
> & {
  /** Cancels the sign-in. A signature that arrives later is dropped. The same function at every render. */
  cancel: () => void
}

/**
 * Signs in with the connected wallet, or with one that it connects first. Call `mutate` from a click: the wallet is asked in
 * the same task. Its steps are announced to screen readers; its error is yours to show.
 *
 * @example
 * ```tsx
 * import { useSignIn } from '@takokit/react'
 *
 * export function SignInButton() {
 *   const { mutate, isPending, error } = useSignIn()
 *   return (
 *     <>
 *       <button aria-disabled={isPending} onClick={() => mutate()}>Sign in</button>
 *       {error && <p role="alert">{error.message}</p>}
 *     </>
 *   )
 * }
 * ```
 *
 * The mutation's `error` is a {@link TakoKitError}: `wallet/…`, `provider/…`, `network/…`, `sign-in/cancelled`, `config/…`.
 */
export function useSignIn<context = unknown>(
  parameters: ProviderName | UseSignInParameters<context> = {},
): UseSignInReturnType<context> {
  const context = useAuthContext()
  const { wallet } = context
  const options = toParameters<UseSignInParameters<context>>(parameters)
  const client = options.client ?? context.client
  const { provider, mutation } = options
  const result = useMutation<SignInData, TakoKitError, SignInVariables, context>({
    ...mutation,
    mutationKey: ['takokit', 'signIn'],
    networkMode: 'always',
    mutationFn: async (variables) => {
      const asked = variables?.provider ?? provider
      const now = wallet.getSnapshot()
      const { provider: reached } = now.status === 'connected' ? now : {}
      const connected =
        now.status === 'connected' && reached && !variables?.connector
          ? { ...now, provider: reached }
          : await connectForSignIn(wallet, variables?.connector)
      return signInWithWallet({ client, wallet, connected, provider: asked })
    },
  })
  const cancel = useCallback(() => cancelSignIn(client, { provider }), [client, provider])
  return { ...result, cancel } as UseSignInReturnType<context>
}
