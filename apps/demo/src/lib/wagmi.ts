import { createConfig, unstable_connector as throughConnector } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { injected } from 'wagmi/connectors'

/** Wallets that announce themselves, and questions to the chain by way of the connected one: no third party is asked. */
export const wagmi = createConfig({
  chains: [mainnet],
  connectors: [],
  transports: { [mainnet.id]: throughConnector(injected) },
})
