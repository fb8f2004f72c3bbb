import { readableName } from './readableName.ts'
import type { WalletConnector } from './WalletOption.ts'

/** The part of WalletConnect's provider that says which wallet is at the other end. */
interface PairedProvider {
  session?: { peer?: { metadata?: { name?: unknown } } }
}

/** What to call a wallet: behind WalletConnect by its own name, once that is known. */
export function walletNameOf({ id, name, type }: WalletConnector, provider?: unknown): string {
  const own = readableName(name, id)
  if (type !== 'walletConnect') return own
  try {
    return readableName((provider as PairedProvider).session?.peer?.metadata?.name, own)
  } catch {
    return own
  }
}
