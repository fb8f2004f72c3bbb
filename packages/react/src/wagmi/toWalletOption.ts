import type { Connector } from 'wagmi'
import type { WalletOption } from './WalletOption.ts'

/** What a person sees of a connector. */
export function toWalletOption(connector: Connector, recentId?: string | null): WalletOption {
  const { id, name, icon, type } = connector
  return {
    id,
    name,
    // Others would be requests to somewhere else.
    icon: icon?.trim().startsWith('data:image/') ? icon.trim() : undefined,
    isInstalled: type === 'injected' && id !== 'injected',
    isRecent: id === recentId,
    connector,
  }
}
