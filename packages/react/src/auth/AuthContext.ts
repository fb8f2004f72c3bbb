'use client'

import type { AuthClient } from '@takokit/core'
import { createContext } from 'react'
import type { Flow } from '../flow/createFlow.ts'
import type { WalletStore } from '../wagmi/createWalletStore.ts'

/** What {@link AuthProvider} lends to everything below it. */
export interface AuthContextValue {
  client: AuthClient
  wallet: WalletStore
  /** Sign-in controls on the page, so that a sign-in can be begun from anywhere. */
  flows: Set<Flow>
  /** Shows a sign-in dialog where the page has no control of its own. */
  mountDialog: (provider: string) => Promise<Flow>
}

export const AuthContext = createContext<AuthContextValue | undefined>(undefined)
