import type { Connector } from 'wagmi'

/**
 * A property of WalletConnect's provider under `showQrModal`: wagmi's connector does not expose the option, and its default
 * is on.
 */
interface QrProvider {
  modal?: unknown
  rpc?: { showQrModal?: boolean | undefined } | undefined
}

/** Whether the connector shows its own window with a QR code. If unclear, this shows when it is connected. */
export async function bringsOwnQrCode(connector: Connector): Promise<boolean> {
  if (connector.type !== 'walletConnect') return false
  const provider = (await connector.getProvider().catch(() => {})) as QrProvider | undefined
  return Boolean(provider?.modal ?? provider?.rpc?.showQrModal)
}
