'use client'

import { useEffect, useMemo, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import { listWallets } from '../wagmi/listWallets.ts'
import { readRecentId } from '../wagmi/readRecentId.ts'
import { useConnectors } from '../wagmi/useConnectors.ts'
import type { WalletOption } from '../wagmi/WalletOption.ts'

/** The wallets to choose from, in order; follows those that announce themselves late. */
export function useWallets(): WalletOption[] {
  const { config } = useAuthContext().wallet
  const connectors = useConnectors(config)
  const [recentId, setRecentId] = useState<string | null>()
  useEffect(() => {
    let isCurrent = true
    void readRecentId(config).then((id) => {
      if (isCurrent) setRecentId(id)
    })
    return () => {
      isCurrent = false
    }
  }, [config])
  return useMemo(() => listWallets(connectors, recentId), [connectors, recentId])
}
