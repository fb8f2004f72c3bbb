'use client'

import type { GetAuthTokenParameters, ProviderName, SessionSnapshot } from '@takokit/core'
import { getAuthToken } from '@takokit/core/internal/actions/getAuthToken'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { toParameters } from './toParameters.ts'
import { firstSnapshot } from '../auth/firstSnapshot.ts'
import { trackReads } from './trackReads.ts'
import { useAuthClient } from './useAuthClient.ts'
import type { UseAuthTokenParameters } from './UseAuthTokenParameters.ts'
import { useMinValidity } from './useMinValidity.ts'

export interface UseAuthTokenReturnType extends SessionSnapshot {
  /** Returns a valid token: at once while it is fresh, else after a refresh. The same function at every render. */
  readonly getToken: (
    parameters?: Pick<GetAuthTokenParameters, 'minValidityMs' | 'signal'>,
  ) => Promise<string>
}

/**
 * The access token, refreshed automatically, and its state. Renders only when a member that was read from the result has
 * changed, with a new object each time.
 *
 * @example
 * ```tsx
 * import { useAuthToken } from '@takokit/react'
 *
 * export function Upload({ file }: { file: File }) {
 *   const { status, getToken } = useAuthToken()
 *   async function upload() {
 *     const authorization = `Bearer ${await getToken({ minValidityMs: 60_000 })}`
 *     await fetch('/upload', { method: 'POST', body: file, headers: { authorization } })
 *   }
 *   return <button aria-disabled={status !== 'signedIn'} onClick={() => void upload()}>Upload</button>
 * }
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`; `config/invalid` outside of `<AuthProvider>`.
 */
export function useAuthToken(
  parameters: ProviderName | UseAuthTokenParameters = {},
): UseAuthTokenReturnType {
  const options = toParameters<UseAuthTokenParameters>(parameters)
  const { provider, account, minValidityMs } = options
  const client = useAuthClient(options)
  const getToken = useCallback<UseAuthTokenReturnType['getToken']>(
    (asked) => getAuthToken(client, { provider, account, minValidityMs, ...asked }),
    [client, provider, account, minValidityMs],
  )
  const tracked = useMemo(() => {
    const track = trackReads<SessionSnapshot, UseAuthTokenReturnType>({ getToken })
    const first = track(firstSnapshot(client, { provider, account }))
    return { get: () => track(client.getSnapshot({ provider, account })), getOnServer: () => first }
  }, [client, provider, account, getToken])
  useMinValidity(client, options)
  return useSyncExternalStore(client.subscribe, tracked.get, tracked.getOnServer)
}
