import type { Connector } from 'wagmi'
import { toWalletOption } from './toWalletOption.ts'
import type { WalletFacts } from './walletFacts.ts'
import type { WalletOption } from './WalletOption.ts'

/** The wallets behind wagmi's own connectors, if `rdns` does not name them. */
const stands: Record<string, string> = {
  metaMask: 'io.metamask',
  metaMaskSDK: 'io.metamask',
  coinbaseWallet: 'com.coinbase.wallet',
  coinbaseWalletSDK: 'com.coinbase.wallet',
  phantom: 'app.phantom',
}

/** The wallets to choose from: the recent one, installed ones, then configured ones; each announced wallet once. */
export function listWallets(
  connectors: readonly Connector[],
  recentId?: string | null,
  facts?: WalletFacts['connectors'],
): WalletOption[] {
  const options = connectors.map((connector) => toWalletOption(connector, recentId, facts))
  const installed = options.filter((option) => option.isInstalled)
  const isTaken = (option: WalletOption) =>
    installed.find(({ id }) => id !== undefined && standsFor(option).includes(id))
  return options
    .filter((option) => {
      const { id, isInstalled } = option
      // `window.ethereum` is one of the announced wallets, and two of them may compete for it.
      if (id === 'injected') return installed.length === 0 && 'ethereum' in globalThis
      // Works only inside Safe's own page.
      if (id === 'safe' && globalThis.parent === globalThis.window) return false
      const other = isTaken(option)
      if (other === undefined || other === option) return true
      // Whatever its name, a different wallet has a different `rdns`.
      if (!isInstalled && option.isRecent) other.isRecent = true
      return false
    })
    .sort((one, other) => rank(one) - rank(other))
}

function standsFor({ id, connector }: WalletOption): readonly (string | undefined)[] {
  return [id, stands[id], connector.rdns].flat()
}

function rank({ isRecent, isInstalled }: WalletOption): number {
  return isRecent ? 0 : isInstalled ? 1 : 2
}
