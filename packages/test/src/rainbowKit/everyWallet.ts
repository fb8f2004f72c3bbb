import { connectorsForWallets } from '@rainbow-me/rainbowkit'
import * as wallets from '@rainbow-me/rainbowkit/wallets'
import { createConfig, http } from 'wagmi'
import { mainnet } from 'wagmi/chains'

const group = { groupName: 'All', wallets: Object.values(wallets) }
const connectors = connectorsForWallets([group], { appName: 'Harbour', projectId: '0'.repeat(32) })

/** What a dapp has that offers every wallet of RainbowKit. */
export const { connectors: everyWallet } = createConfig({
  chains: [mainnet],
  transports: { [mainnet.id]: http() },
  connectors,
  multiInjectedProviderDiscovery: false,
})
