'use client'

import type { AuthClient } from '@takokit/core'
import { createContext, type RefObject } from 'react'
import type { Flow } from '../flow/createFlow.ts'
import { warnInDevelopment } from '../utils/warnInDevelopment.ts'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'
import type { Theme } from './Theme.ts'
import { isOnlyCopy, otherCopyText } from './isOnlyCopy.ts'
import type { News } from './News.ts'
import type { PageDialog } from './PageDialog.ts'

/** What {@link AuthProvider} lends to everything below it. */
export interface AuthContextValue {
  client: AuthClient
  wallet: WalletStore
  theme: Theme
  /** Tells what happened. */
  say: (news: News) => void
  /** Shows what drop-in controls and `requireAuth` begin. */
  dialog: PageDialog
  /** Headless controls on the page by their attempts: their dialogs are where the dapp puts them. */
  headless: Map<Flow, RefObject<HTMLElement | null>>
}

export const AuthContext = createContext<AuthContextValue | undefined>(undefined)

// Here, since a copy whose provider is another's throws before any of its effects is run.
if (process.env.NODE_ENV !== 'production' && !isOnlyCopy()) warnInDevelopment(otherCopyText)
