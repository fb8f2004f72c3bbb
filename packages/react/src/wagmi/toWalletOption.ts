import type { Connector } from 'wagmi'
import { iconOf } from './iconOf.ts'
import { walletNameOf } from './walletNameOf.ts'
import type { WalletFacts } from './walletFacts.ts'
import type { WalletIcons } from './WalletIcons.ts'
import type { WalletOption } from './WalletOption.ts'

/** A connector as the user sees it. */
export function toWalletOption(
  connector: Connector,
  recentId?: string | null,
  facts?: WalletFacts['connectors'],
  icons?: WalletIcons,
): WalletOption {
  const { id, type } = connector
  const isInjected = type === 'injected' && id !== 'injected'
  // A connector that was added after the facts were read has announced itself.
  const { hasProvider = true, isStranger = type === 'injected' } = facts?.get(connector) ?? {}
  return {
    id,
    name: walletNameOf(connector),
    // A stranger may call itself `constructor`.
    icon: icons && Object.hasOwn(icons, id) ? icons[id] : iconOf(connector, isStranger),
    isInstalled: isInjected && hasProvider,
    isRecent: typeof id === 'string' && id === recentId,
    connector,
  }
}
