'use client'

import type { AuthClient } from '@takokit/core'
import { createContext, type RefObject } from 'react'
import type { Flow } from '../flow/Flow.ts'
import { warnInDevelopment } from '../utils/warnInDevelopment.ts'
import type { WalletIcons } from '../wagmi/WalletIcons.ts'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'
import type { Theme } from './Theme.ts'
import { isOnlyCopy, otherCopyText } from './isOnlyCopy.ts'
import type { News } from './News.ts'
import type { PageDialog } from './PageDialog.ts'

/** What {@link AuthProvider} provides to the components below it. */
export interface AuthContextValue {
  client: AuthClient
  wallet: WalletStore
  theme: Theme
  icons: WalletIcons | undefined
  /** Announces what happened. */
  say: (news: News) => void
  /** Shows attempts that drop-in controls and `requireAuth` begin. */
  dialog: PageDialog
  /** Headless controls on the page, by their attempts. The application places their dialogs. */
  headless: Map<Flow, RefObject<HTMLElement | null>>
}

export const AuthContext = createContext<AuthContextValue | undefined>(undefined)

// Checked here, because a copy whose provider belongs to another copy throws before any of its effects runs.
if (process.env.NODE_ENV !== 'production' && !isOnlyCopy()) warnInDevelopment(otherCopyText)
