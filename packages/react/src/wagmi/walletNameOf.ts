import { kitDetailsOf } from './kitDetailsOf.ts'
import { readableName } from './readableName.ts'
import type { WalletConnector } from './WalletOption.ts'

/** The part of WalletConnect's provider that names the connected wallet. */
interface PairedProvider {
  session?: { peer?: { metadata?: { name?: unknown } } }
}

/** A wallet's name: behind WalletConnect its own, once that is known. */
export function walletNameOf(connector: WalletConnector, provider?: unknown): string {
  const { id, name, type } = connector
  const kit = id === 'injected' ? undefined : kitDetailsOf(connector).name
  const own = readableName(kit, readableName(name, id))
  if (type !== 'walletConnect') return own
  try {
    return readableName((provider as PairedProvider).session?.peer?.metadata?.name, own)
  } catch {
    return own
  }
}
