import type { AuthClient } from '@takokit/core'
import { getSession } from '@takokit/core/internal/actions/getSession'
import type { Flow } from '../flow/Flow.ts'
import type { WalletStore } from '../wagmi/WalletSnapshot.ts'

/** Whether an attempt ended where it was to end, as seen when its dialog goes away. */
export function hasSucceeded(flow: Flow, client: AuthClient, wallet: WalletStore): boolean {
  const { mode, provider } = flow.getOptions()
  return mode === 'connect'
    ? wallet.getSnapshot().status === 'connected'
    : getSession(client, { provider }).status === 'signedIn'
}
