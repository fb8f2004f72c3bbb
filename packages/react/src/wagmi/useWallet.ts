'use client'

import { useSyncExternalStore } from 'react'
import type { WalletSnapshot, WalletStore } from './WalletSnapshot.ts'

const pending: WalletSnapshot = { status: 'pending' }

/** wagmi's current state. */
export function useWallet(store: WalletStore): WalletSnapshot {
  return useSyncExternalStore(store.subscribe, store.getSnapshot, () => pending)
}
