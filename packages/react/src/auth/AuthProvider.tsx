'use client'

import type { AuthClient } from '@takokit/core'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { Flow } from '../flow/createFlow.ts'
import { notLoaded } from '../flow/notLoaded.ts'
import type { LocaleOption } from '../strings/Locale.ts'
import type { StringOverrides } from '../strings/Strings.ts'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { loadParts } from '../ui/loadParts.ts'
import { useWalletStore } from '../wagmi/useWalletStore.ts'
import type { AccountChangePolicy } from './AccountChangePolicy.ts'
import { AuthContext, type AuthContextValue } from './AuthContext.ts'
import { followLater } from './followLater.ts'

export interface AuthProviderProps {
  client: AuthClient
  /** What becomes of a wallet-signed session when the wallet changes to another account: `sign-out` by default. */
  onAccountChange?: AccountChangePolicy | undefined
  /**
   * The language of every component, as a BCP 47 tag: English by default. `page` follows `<html lang>`, `browser` the browser's
   * languages. Another language than English is loaded when it is used.
   */
  locale?: LocaleOption | undefined
  /** Your own words, in place of single sentences. */
  strings?: StringOverrides | undefined
  children?: ReactNode
}

interface DialogRequest {
  parts: Awaited<ReturnType<typeof loadParts>>
  provider: string
  onMount: (flow: Flow) => void
}

/**
 * Lends the client to hooks and components, and lets wallet-signed sessions follow wagmi's connection.
 *
 * @example
 * ```tsx
 * import { createAuthClient, tako } from '@takokit/core'
 * import { AuthProvider, TakoSignIn } from '@takokit/react'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 *
 * // Inside of <WagmiProvider> and <QueryClientProvider>:
 * export const App = () => (
 *   <AuthProvider client={auth}>
 *     <TakoSignIn />
 *   </AuthProvider>
 * )
 * ```
 */
export function AuthProvider({
  client,
  onAccountChange = 'sign-out',
  locale,
  strings,
  children,
}: AuthProviderProps) {
  const wallet = useWalletStore()
  const [request, setRequest] = useState<DialogRequest>()
  const [flows] = useState(() => new Set<Flow>())

  useEffect(
    () => followLater({ client, wallet, policy: onAccountChange }),
    [client, wallet, onAccountChange],
  )

  const value = useMemo<AuthContextValue>(
    () => ({
      client,
      wallet,
      flows,
      mountDialog: (provider) =>
        loadParts().then(
          (parts) =>
            new Promise((onMount) => {
              setRequest({ parts, provider, onMount })
            }),
          (cause) => {
            throw notLoaded(cause)
          },
        ),
    }),
    [client, wallet, flows],
  )

  return (
    <AuthContext.Provider value={value}>
      <StringsProvider locale={locale} strings={strings}>
        {children}
        {request && <request.parts.DialogHost key={request.provider} {...request} />}
      </StringsProvider>
    </AuthContext.Provider>
  )
}
