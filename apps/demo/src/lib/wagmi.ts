import { createConfig, unstable_connector as throughConnector } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { injected } from 'wagmi/connectors'

/** Announced wallets only. Chain requests go through the connected wallet: no third party receives any. */
export const wagmi = createConfig({
  chains: [mainnet],
  connectors: [],
  transports: { [mainnet.id]: throughConnector(injected) },
})
