import type { Connector } from 'wagmi'

/** What WalletConnect's provider has where it was made with `showQrModal`: wagmi's connector tells nobody, and does so by default. */
interface QrProvider {
  modal?: unknown
  rpc?: { showQrModal?: boolean | undefined } | undefined
}

/** Whether the connector draws a window with a QR code itself. What cannot be made out is learnt when it is connected. */
export async function bringsOwnQrCode(connector: Connector): Promise<boolean> {
  if (connector.type !== 'walletConnect') return false
  const provider = (await connector.getProvider().catch(() => {})) as QrProvider | undefined
  return Boolean(provider?.modal ?? provider?.rpc?.showQrModal)
}
