'use client'

import type { AuthClient, ProviderName, Session } from '@takokit/core'
import { createContext, type RefObject } from 'react'
import type { WalletSnapshot } from '../wagmi/WalletSnapshot.ts'

/** Why the menu opened or closed. */
export type MenuChangeReason = 'trigger' | 'dismiss' | 'signed-out' | 'failed' | 'prop'

/** What {@link SessionRoot} provides to its parts. */
export interface SessionContextValue {
  client: AuthClient
  provider: ProviderName | undefined
  session: Session
  wallet: WalletSnapshot
  /** The session's account: an address, or the provider's name for it. `undefined` while signed out. */
  account: string | undefined
  /** Only the wallet counts, under `mode="connect"`. */
  isConnectOnly: boolean
  isOpen: boolean
  setOpen: (open: boolean, reason: MenuChangeReason) => void
  menuId: string
  triggerRef: RefObject<HTMLElement | null>
}

export const SessionContext = createContext<SessionContextValue | undefined>(undefined)
