import type { Connector } from 'wagmi'

/** What RainbowKit tells about the wallet that it configured a connector for. */
export interface KitDetails {
  id?: unknown
  name?: unknown
  rdns?: unknown
  iconUrl?: unknown
  /** A second connector for WalletConnect, which opens WalletConnect's own window. */
  isWalletConnectModalConnector?: unknown
}

/**
 * RainbowKit's details of a connector. Its connectors are named after how the wallet is reached: "WalletConnect", or "Injected" if
 * the wallet is not installed, which is then a connector of whatever wallet is there.
 */
export function kitDetailsOf(connector: Connector): KitDetails {
  const { rkDetails } = connector as { rkDetails?: KitDetails | null }
  const isOther = connector.id === 'injected' && rkDetails?.id !== 'injected'
  return (!isOther && rkDetails) || {}
}
