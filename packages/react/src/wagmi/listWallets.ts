import type { Connector } from 'wagmi'
import { kitDetailsOf } from './kitDetailsOf.ts'
import { toWalletOption } from './toWalletOption.ts'
import type { WalletFacts } from './walletFacts.ts'
import type { WalletIcons } from './WalletIcons.ts'
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
  icons?: WalletIcons,
): WalletOption[] {
  const options = connectors.map((connector) => toWalletOption(connector, recentId, facts, icons))
  const installed = options.filter((option) => option.isInstalled)
  const isTaken = (option: WalletOption) =>
    installed.find(({ id }) => id !== undefined && standsFor(option).includes(id))
  const windowEthereum = options.find(({ id }) => id === 'injected')
  const listed = options.filter((option) => {
    const { id, isInstalled } = option
    // `window.ethereum` is one of the announced wallets, and two of them may compete for it.
    if (id === 'injected')
      return option === windowEthereum && installed.length === 0 && 'ethereum' in globalThis
    if (isSecondQrCode(option, options)) return false
    // Works only inside Safe's own page.
    if (id === 'safe' && globalThis.parent === globalThis.window) return false
    const other = isTaken(option)
    if (other === undefined || other === option) return true
    // Whatever its name, a different wallet has a different `rdns`.
    if (!isInstalled && option.isRecent) other.isRecent = true
    return false
  })
  // wagmi remembers an id, which is the same for all wallets behind WalletConnect.
  const recents = listed.filter(({ isRecent }) => isRecent)
  if (recents.length > 1)
    for (const one of recents) one.isRecent = kitDetailsOf(one.connector).id === recentId
  return listed.sort((one, other) => rank(one) - rank(other))
}

/** RainbowKit configures WalletConnect twice: to show its code, and to open WalletConnect's own window. */
function isSecondQrCode({ connector }: WalletOption, options: readonly WalletOption[]): boolean {
  const { id, isWalletConnectModalConnector } = kitDetailsOf(connector)
  if (!isWalletConnectModalConnector) return false
  return options.some(({ connector: one }) => {
    const other = kitDetailsOf(one)
    return other.id === id && !other.isWalletConnectModalConnector
  })
}

function standsFor({ id, connector }: WalletOption): readonly unknown[] {
  return [id, stands[id], connector.rdns, kitDetailsOf(connector).rdns].flat()
}

function rank({ isRecent, isInstalled }: WalletOption): number {
  return isRecent ? 0 : isInstalled ? 1 : 2
}
