'use client'

import type { ProviderName, Session, TakoKitError } from '@takokit/core'
import { useCallback } from 'react'
import { requireAuth } from '../auth/requireAuth.ts'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { toParameters } from './toParameters.ts'

export interface UseRequireAuthParameters<orFalse extends boolean = boolean> {
  provider?: ProviderName | undefined
  /** Resolves to `false` instead of rejecting if the user closes the dialog or refuses in the wallet. */
  orFalse?: orFalse | undefined
}
export type UseRequireAuthReturnType<orFalse extends boolean = false> = () => Promise<
  orFalse extends true ? Session | false : Session
>

/**
 * Signs in at the moment it is needed. The returned function resolves once a session is signed in, at once if it already is,
 * and your code continues. With `orFalse` it resolves to `false` if the user declines.
 *
 * @example
 * ```tsx
 * import { useAuthFetch, useRequireAuth } from '@takokit/react'
 *
 * export function Bid() {
 *   const requireAuth = useRequireAuth({ orFalse: true })
 *   const authFetch = useAuthFetch()
 *   async function bid() {
 *     if (!(await requireAuth())) return
 *     await authFetch('https://api.tako.so/v2/bids', { method: 'POST' })
 *   }
 *   return <button onClick={() => void bid()}>Bid</button>
 * }
 * ```
 *
 * It rejects with a {@link TakoKitError}: without `orFalse` with `sign-in/cancelled` if the dialog was closed, with
 * `wallet/rejected` if the user refused in the wallet; with `network/failed` if the dialog cannot be loaded.
 */
export function useRequireAuth<orFalse extends boolean = false>(
  parameters: ProviderName | UseRequireAuthParameters<orFalse> = {},
): UseRequireAuthReturnType<orFalse> {
  const context = useAuthContext()
  const { provider, orFalse } = toParameters<UseRequireAuthParameters>(parameters)
  return useCallback(() => {
    const signingIn = requireAuth(context, provider)
    return orFalse ? signingIn.catch(falseIfDeclined) : signingIn
  }, [context, provider, orFalse]) as UseRequireAuthReturnType<orFalse>
}

function falseIfDeclined(error: unknown): false {
  const { code } = error as Partial<TakoKitError>
  if (code === 'sign-in/cancelled' || code === 'wallet/rejected') return false
  throw error
}
