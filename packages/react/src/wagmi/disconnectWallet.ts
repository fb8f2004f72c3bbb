import type { Config } from 'wagmi'
import { disconnect } from 'wagmi/actions'

/** Disconnects the current wallet. */
export async function disconnectWallet(config: Config): Promise<void> {
  await disconnect(config)
}
