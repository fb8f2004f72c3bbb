'use client'

import type { ProviderName } from '@takokit/core'
import { type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { SignInMode } from '../flow/Flow.ts'
import { useSession } from '../hooks/useSession.ts'
import { useWallet } from '../wagmi/useWallet.ts'
import {
  type MenuChangeReason,
  SessionContext,
  type SessionContextValue,
} from './SessionContext.ts'

export interface SessionRootProps {
  /** The session's provider. Default: the client's first. */
  provider?: ProviderName | undefined
  /** `connect` concerns only the wallet. */
  mode?: SignInMode | undefined
  /** Whether the menu is open, if you control it. */
  open?: boolean | undefined
  /** Whether it is open initially, if you do not control it. */
  defaultOpen?: boolean | undefined
  /** Called when the menu opens or closes, with the reason. */
  onOpenChange?: ((open: boolean, reason: MenuChangeReason) => void) | undefined
  /** The parts, or a function of the state that returns them. */
  children?: ReactNode | ((state: Omit<SessionContextValue, 'triggerRef'>) => ReactNode)
}

/**
 * Holds the state of one account menu and renders nothing itself.
 *
 * @example
 * ```tsx
 * import { Session } from '@takokit/react'
 *
 * export const Account = () => (
 *   <Session.Root>
 *     <Session.Trigger><Session.Avatar /> <Session.Address /></Session.Trigger>
 *     <Session.Menu>
 *       <Session.Status />
 *       <Session.CopyAddress />
 *       <Session.SignOut />
 *     </Session.Menu>
 *   </Session.Root>
 * )
 * ```
 */
export function SessionRoot(props: SessionRootProps) {
  const { provider, mode, open, defaultOpen = false, onOpenChange, children } = props
  const { client, wallet: store } = useAuthContext()
  const session = useSession({ provider })
  const triggerRef = useRef<HTMLElement>(null)
  const menuId = useId()
  const [isOpenInside, setOpenInside] = useState(defaultOpen)
  const isConnectOnly = mode === 'connect'
  const wallet = useWallet(store, isConnectOnly || typeof children === 'function')
  const address = wallet.status === 'connected' ? wallet.address : undefined
  const signedIn = session.status === 'signedIn' ? (session.address ?? session.account) : undefined
  const account = isConnectOnly ? address : signedIn
  const isOpen = (open ?? isOpenInside) && account !== undefined

  const setOpen = useCallback(
    (next: boolean, reason: MenuChangeReason) => {
      setOpenInside(next)
      onOpenChange?.(next, reason)
    },
    [onOpenChange],
  )
  const shown = {
    client,
    provider,
    session,
    wallet,
    account,
    isConnectOnly,
    isOpen,
    setOpen,
    menuId,
  }
  return (
    <SessionContext.Provider value={{ ...shown, triggerRef }}>
      {typeof children === 'function' ? children(shown) : children}
    </SessionContext.Provider>
  )
}
