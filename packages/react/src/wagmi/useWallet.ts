'use client'

import { useSyncExternalStore } from 'react'
import type { WalletSnapshot, WalletStore } from './WalletSnapshot.ts'

const pending: WalletSnapshot = { status: 'pending' }

const getPending = () => pending

/** wagmi's current state; `pending`, without a render, while `isShown` is false. */
export function useWallet(store: WalletStore, isShown: boolean): WalletSnapshot {
  return useSyncExternalStore(store.subscribe, isShown ? store.getSnapshot : getPending, getPending)
}
