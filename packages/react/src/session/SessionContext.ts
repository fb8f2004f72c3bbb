'use client'

import type { AuthClient, ProviderName, Session } from '@takokit/core'
import { createContext, type RefObject } from 'react'
import type { WalletSnapshot } from '../wagmi/WalletSnapshot.ts'

/** Why the menu opened or closed. */
export type MenuChangeReason = 'trigger' | 'dismiss' | 'signed-out' | 'failed' | 'prop'

/** What {@link SessionRoot} lends to its parts. */
export interface SessionContextValue {
  client: AuthClient
  provider: ProviderName | undefined
  session: Session
  wallet: WalletSnapshot
  /** Whose session it is: an address, or the provider's name of the account. `undefined` where nobody is signed in. */
  account: string | undefined
  /** The wallet alone, under `mode="connect"`. */
  isConnectOnly: boolean
  isOpen: boolean
  setOpen: (open: boolean, reason: MenuChangeReason) => void
  menuId: string
  triggerRef: RefObject<HTMLElement | null>
}

export const SessionContext = createContext<SessionContextValue | undefined>(undefined)
