'use client'

import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { listWallets } from '../wagmi/listWallets.ts'
import { useConnectors } from '../wagmi/useConnectors.ts'
import { knownFacts, readFacts, watchFacts } from '../wagmi/walletFacts.ts'
import type { WalletOption } from '../wagmi/WalletOption.ts'

/** The wallets to choose from, in order. Includes those that announce themselves late. `undefined` until the order is known. */
export function useWallets(): WalletOption[] | undefined {
  const { wallet, icons } = useAuthContext()
  const { config } = wallet
  const connectors = useConnectors(config)
  const facts = useSyncExternalStore(
    watchFacts,
    () => knownFacts(config),
    () => undefined,
  )
  useEffect(() => {
    if (connectors.some((connector) => !facts?.connectors.has(connector))) void readFacts(config)
  }, [config, connectors, facts])
  return useMemo(
    () => facts && listWallets(connectors, facts.recentId, facts.connectors, icons),
    [connectors, facts, icons],
  )
}
