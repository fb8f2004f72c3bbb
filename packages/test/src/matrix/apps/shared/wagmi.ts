import { createConfig, http } from 'wagmi'
import { mainnet } from 'wagmi/chains'

/** Wallets announce themselves (EIP-6963). `ssr`: the first render is that of a server, without a wallet. */
export const config = createConfig({
  chains: [mainnet],
  transports: { [mainnet.id]: http() },
  ssr: true,
})
