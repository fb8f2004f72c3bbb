import { createConfig, createStorage, http, noopStorage } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { safe, walletConnect } from 'wagmi/connectors'

/** In the frame of another site, a browser may refuse what a page stores: reading `localStorage` throws. */
function siteData() {
  try {
    return window.localStorage
  } catch {
    return noopStorage
  }
}

export const config = createConfig({
  chains: [mainnet],
  transports: { [mainnet.id]: http() },
  storage: createStorage({ storage: siteData() }),
  connectors: [
    walletConnect({
      // From https://dashboard.reown.com, for your own dapp.
      projectId: '00000000000000000000000000000000',
      // The kit's dialog draws the code.
      showQrModal: false,
      metadata: {
        name: 'dapp',
        description: 'Signs in with a wallet',
        url: 'https://dapp.example',
        icons: [],
      },
    }),
    safe({
      // Any other page may say that it is a Safe.
      allowedDomains: [/^https:\/\/app\.safe\.global$/],
      // The 10 ms of the default are too few for a busy machine.
      unstable_getInfoTimeout: 10_000,
    }),
  ],
})
