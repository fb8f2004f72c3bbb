'use client'

import { useEffect, useMemo } from 'react'
import { useConfig } from 'wagmi'
import { createWalletStore } from './createWalletStore.ts'
import type { WalletStore } from './WalletSnapshot.ts'

/** Follows the connection of the surrounding wagmi config. */
export function useWalletStore(): WalletStore {
  const config = useConfig()
  const wallet = useMemo(() => createWalletStore(config), [config])
  useEffect(() => wallet.start(), [wallet])
  return wallet
}
