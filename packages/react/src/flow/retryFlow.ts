import { askWallet } from './askWallet.ts'
import type { Flow } from './Flow.ts'

/** Retries what failed: the signature if the wallet is connected, else the connection. */
export function retryFlow(flow: Flow): void {
  const { wallet } = flow.getSnapshot()
  const isConnected = flow.getOptions().wallet.getSnapshot().status === 'connected'
  if (isConnected || !wallet) void flow.start()
  else void askWallet(flow, wallet)
}
