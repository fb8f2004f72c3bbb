import type { Connector } from 'wagmi'
import { toWalletOption } from './toWalletOption.ts'
import type { WalletOption } from './WalletOption.ts'

/** Wallets to choose from: the recent one, those that announced themselves, then configured ones; each name once. */
export function listWallets(
  connectors: readonly Connector[],
  recentId?: string | null,
): WalletOption[] {
  const options = connectors
    .map((connector) => toWalletOption(connector, recentId))
    .sort((one, other) => rank(one) - rank(other))
  const hasInstalled = options.some((option) => option.isInstalled)
  const names = new Set<string>()
  return options.filter(({ id, name }) => {
    // `window.ethereum` is one of those that announced themselves, and two of them may fight over it.
    if (id === 'injected' && (hasInstalled || !('ethereum' in globalThis))) return false
    // Only answers inside of Safe's own page.
    if (id === 'safe' && globalThis.parent === globalThis.window) return false
    const key = name.toLowerCase()
    return !names.has(key) && names.add(key)
  })
}

function rank({ isRecent, isInstalled }: WalletOption): number {
  return isRecent ? 0 : isInstalled ? 1 : 2
}
