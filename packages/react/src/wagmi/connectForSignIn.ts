import { TakoKitError } from '@takokit/core'
import type { Connector } from 'wagmi'
import { connectWallet } from './connectWallet.ts'
import type { ReachedWallet, WalletStore } from './WalletSnapshot.ts'
import { whenIdle } from './whenIdle.ts'

/** The wallet to sign with: the given one, connected first if necessary, or the connected one. */
export async function connectForSignIn(
  wallet: WalletStore,
  asked: Connector | undefined,
): Promise<ReachedWallet> {
  if (!asked && wallet.getSnapshot().status === 'pending') await whenIdle(wallet)
  const now = wallet.getSnapshot()
  const connector = asked ?? (now.status === 'connected' ? now.connector : undefined)
  if (!connector)
    throw new TakoKitError('wallet/not-connected', 'No wallet is connected. Connect one first.')
  try {
    return await connectWallet(wallet.config, { connector })
  } catch (cause) {
    const { toConnectError } = await import('./toConnectError.ts')
    throw toConnectError(cause)
  }
}
