'use client'

import {
  type ProviderName,
  type Session,
  type SessionParameters,
  TakoKitError,
} from '@takokit/core'
import { cancelSignIn } from '@takokit/core/internal/actions/cancelSignIn'
import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { WalletConnector } from '../wagmi/WalletOption.ts'
import type { SignInWithWalletParameters, WalletStore } from '../wagmi/WalletSnapshot.ts'
import { connectForSignIn } from '../wagmi/connectForSignIn.ts'
import { signInWithWallet } from '../wagmi/signInWithWallet.ts'
import { useSecondTap } from './useSecondTap.ts'
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
  /**
   * Whether the sign-in waits for another tap: call `mutate` again from it. Only for a wallet that opens a window, if the
   * provider's challenge came after the first tap.
   */
  needsTap: boolean
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
 * With a provider that needs a challenge (such as `siwe`), a wallet that opens a window may need a second tap, since browsers open
 * windows from a tap only: `needsTap` says so, `isPending` stays true, and the next call of `mutate` goes on with the same
 * sign-in.
 *
 * @example
 * ```tsx
 * import { useSignIn } from '@takokit/react'
 *
 * export function SignInWithPopup() {
 *   const { mutate, isPending, needsTap } = useSignIn()
 *   return (
 *     <button aria-disabled={isPending && !needsTap} onClick={() => mutate()}>
 *       {needsTap ? 'Open the wallet' : 'Sign in'}
 *     </button>
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
  const { waiting, needsTap, setWaiting } = useSecondTap()
  const result = useMutation<SignInData, TakoKitError, SignInVariables, context>({
    ...mutation,
    mutationKey: ['takokit', 'signIn'],
    networkMode: 'always',
    mutationFn: (variables) => {
      const asked = variables?.provider ?? provider
      const connector = variables?.connector
      const before = waiting.current
      setWaiting(undefined)
      if (before && before.provider === asked && (!connector || connector === before.connector)) {
        before.goOn()
        return before.ended
      }
      before?.stop()
      const attempt = new AbortController()
      const onReady = () =>
        new Promise<void>((goOn) => {
          setWaiting({
            provider: asked,
            connector,
            goOn,
            stop: () => attempt.abort(cancelled()),
            ended,
          })
        })
      const { signal } = attempt
      const ended = reach(wallet, connector).then((connected) =>
        signInWithWallet({ client, wallet, connected, provider: asked, signal, onReady }),
      )
      const clear = () => {
        if (waiting.current?.ended === ended) setWaiting(undefined)
      }
      ended.then(clear, clear)
      return ended
    },
  })
  const cancel = useCallback(() => {
    waiting.current?.stop()
    cancelSignIn(client, { provider })
  }, [client, provider, waiting])
  return { ...result, needsTap, cancel } as UseSignInReturnType<context>
}

/** The connected wallet, without waiting; otherwise the one that it connects. */
async function reach(
  wallet: WalletStore,
  connector: WalletConnector | undefined,
): Promise<SignInWithWalletParameters['connected']> {
  const now = wallet.getSnapshot()
  if (now.status === 'connected' && now.provider && !connector)
    return { ...now, provider: now.provider }
  return connectForSignIn(wallet, connector)
}

const cancelled = () =>
  new TakoKitError('sign-in/cancelled', 'The sign-in was cancelled before the wallet was asked.')
