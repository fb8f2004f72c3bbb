'use client'

import type { AuthClient } from '@takokit/core'
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { LocaleOption } from '../strings/Locale.ts'
import type { StringOverrides } from '../strings/Strings.ts'
import { StringsProvider } from '../strings/StringsProvider.tsx'
import { loadParts } from './loadParts.ts'
import { keepLoading } from '../utils/keepLoading.ts'
import { useLazy } from '../utils/useLazy.ts'
import type { Theme } from '../auth/Theme.ts'
import type { OnConnect } from '../wagmi/OnConnect.ts'
import { useWalletStore } from '../wagmi/useWalletStore.ts'
import type { WalletIcons } from '../wagmi/WalletIcons.ts'
import type { AccountChangePolicy } from '../auth/AccountChangePolicy.ts'
import { AuthContext, type AuthContextValue } from '../auth/AuthContext.ts'
import { createPageDialog } from '../auth/createPageDialog.ts'
import type { DialogContainer } from '../auth/DialogContainer.ts'
import type { InitialSession } from '../auth/InitialSession.ts'
import { loadLater } from '../auth/loadLater.ts'
import type { News } from '../auth/News.ts'
import { SetupWarnings } from '../auth/SetupWarnings.tsx'
import { startAt } from '../auth/startAt.ts'

export interface AuthProviderProps {
  client: AuthClient
  /**
   * Who is signed in, as `getSession` of the relay returns it on the server. The first HTML and the page then show it, until the
   * client has restored the session itself. Only its first value counts. Default: unknown.
   */
  initialSession?: InitialSession | undefined
  /** What happens to a wallet-signed session when the wallet changes to another account. Default: `sign-out`. */
  onAccountChange?: AccountChangePolicy | undefined
  /**
   * The language of every component, as a BCP 47 tag. Default: English. `page` follows `<html lang>`, `browser` the
   * browser's languages. Other languages than English load on use.
   */
  locale?: LocaleOption | undefined
  /** Your own text for single sentences. */
  strings?: StringOverrides | undefined
  /**
   * Where the dialog is mounted. Default: `document.body`. A shadow root, or an element in it, needs `styles.css` inside; an
   * element of another document shows the dialog there. A function is called each time the dialog opens.
   */
  container?: DialogContainer | undefined
  /**
   * Opens another kit's dialog for connecting: `requireAuth` and the controls then open it instead of the kit's own, and ask for
   * the signature once a wallet is connected. If it returns a promise, that settles when the dialog has closed.
   */
  onConnect?: OnConnect | undefined
  /** Light, dark, the system's theme, or by default `auto`: the page's theme around each control. */
  theme?: Theme | undefined
  /**
   * Images for wallets whose connector has none, or another one, by connector id: `{ coinbaseWalletSDK: '/coinbase.svg' }`.
   * The same object in each render.
   */
  icons?: WalletIcons | undefined
  /** What uses the hooks and components. */
  children?: ReactNode
}

/**
 * Provides the client to hooks and components, and makes wallet-signed sessions follow wagmi's connection. Announces each step
 * of signing in to screen readers, and what ended a session to all users.
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
  client: given,
  initialSession,
  onAccountChange = 'sign-out',
  locale,
  strings,
  container,
  onConnect,
  theme = 'auto',
  icons,
  children,
}: AuthProviderProps) {
  const wallet = useWalletStore()
  useEffect(() => wallet.setOnConnect(onConnect), [wallet, onConnect])
  const [initial] = useState(initialSession)
  const [news, say] = useState<News>()
  const lasting = useMemo(() => {
    const client = initial ? startAt(given, initial) : given
    return {
      client,
      wallet,
      say,
      dialog: createPageDialog({ client, wallet }),
      headless: new Map(),
    }
  }, [given, initial, wallet])
  const { client, dialog } = lasting
  const value = useMemo<AuthContextValue>(
    () => ({ ...lasting, theme, icons }),
    [lasting, theme, icons],
  )
  const flow = useSyncExternalStore(dialog.subscribe, dialog.getShown, dialog.getShown)
  const parts = useLazy(loadParts, flow ?? false, (cause) => flow?.reportMissing(cause))

  const later = useLazy(loadLater, true)
  useEffect(
    () =>
      keepLoading(loadLater, ({ followWallet }) =>
        // Without what the server has said: it may be over.
        followWallet({ client: given, wallet, policy: onAccountChange }),
      ),
    [given, wallet, onAccountChange],
  )
  useEffect(() => () => dialog.close(), [dialog])

  return (
    <AuthContext.Provider value={value}>
      <StringsProvider locale={locale} strings={strings}>
        {process.env.NODE_ENV === 'production' ? (
          children
        ) : (
          <SetupWarnings client={client}>{children}</SetupWarnings>
        )}
        <span role="status">{later && <later.NewsText news={news} />}</span>
        {flow && parts && <parts.DialogHost flow={flow} container={container} />}
      </StringsProvider>
    </AuthContext.Provider>
  )
}
