import { discoverWallets } from '../wagmi/discoverWallets.ts'
import { listWallets } from '../wagmi/listWallets.ts'
import { rememberedConnector } from '../wagmi/rememberedConnector.ts'
import { knownFacts, readFacts } from '../wagmi/walletFacts.ts'
import { askWallet } from './askWallet.ts'
import { connectElsewhere } from './connectElsewhere.ts'
import type { Flow } from './Flow.ts'
import type { OpenChangeReason } from './FlowState.ts'

/** Begins if no wallet can be asked to sign yet: with a reconnecting wallet, the only one, or else with a choice. */
export async function askFirst(
  flow: Flow,
  reason: OpenChangeReason,
  isBusy: () => boolean,
): Promise<void> {
  if (isBusy()) return
  const { wallet } = flow.getOptions()
  const { config } = wallet
  const now = wallet.getSnapshot()
  if (now.status === 'connected') return void askWallet(flow, now.connector, { reason })
  const back = now.status === 'pending' && rememberedConnector(config)
  if (back) return void askWallet(flow, back, { reason, comesBack: true })
  const onConnect = wallet.getOnConnect()
  if (onConnect) return connectElsewhere(flow, onConnect, reason)
  discoverWallets(config)()
  await readFacts(config)
  if (isBusy()) return
  const { recentId = null, connectors } = knownFacts(config) ?? {}
  const [only, ...others] = listWallets(config.connectors, recentId, connectors)
  // The recent wallet may announce itself late.
  const isToCome = recentId !== null && config.connectors.every(({ id }) => id !== recentId)
  if (only && others.length === 0 && !isToCome) void askWallet(flow, only.connector, { reason })
  else flow.choose(reason)
}
