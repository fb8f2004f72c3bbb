import { createConfig, createStorage, unstable_connector as throughConnector } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { injected } from 'wagmi/connectors'
import { siteData } from './siteData.ts'

/** Announced wallets only. Chain requests go through the connected wallet: no third party receives any. */
export const wagmi = createConfig({
  chains: [mainnet],
  connectors: [],
  // wagmi's own throws where site data is blocked.
  storage: createStorage({ storage: siteData('localStorage') }),
  transports: { [mainnet.id]: throughConnector(injected) },
})
