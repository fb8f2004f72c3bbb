'use client'

import { useSyncExternalStore } from 'react'
import type { WalletSnapshot, WalletStore } from './WalletSnapshot.ts'

const pending: WalletSnapshot = { status: 'pending' }

/** What wagmi says now. */
export function useWallet(store: WalletStore): WalletSnapshot {
  return useSyncExternalStore(store.subscribe, store.getSnapshot, () => pending)
}
