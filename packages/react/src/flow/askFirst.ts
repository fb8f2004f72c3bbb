import { connectorsOf } from '../wagmi/connectorsOf.ts'
import { listWallets } from '../wagmi/listWallets.ts'
import { rememberedConnector } from '../wagmi/rememberedConnector.ts'
import { askWallet } from './askWallet.ts'
import type { Flow } from './createFlow.ts'
import type { OpenChangeReason } from './FlowState.ts'

/** Begins where no wallet can be asked to sign yet: with the one that comes back, the only one there is, else with a choice. */
export function askFirst(flow: Flow, reason: OpenChangeReason): void {
  const { wallet } = flow.getOptions()
  const now = wallet.getSnapshot()
  if (now.status === 'connected') return void askWallet(flow, now.connector, { reason })
  const back = now.status === 'pending' && rememberedConnector(wallet.config)
  if (back) return void askWallet(flow, back, { reason, comesBack: true })
  const [only, ...others] = listWallets(connectorsOf(wallet.config))
  if (only && others.length === 0) void askWallet(flow, only.connector, { reason })
  else flow.choose(reason)
}
