import { createAuthClient, tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createTestWallet } from '@takokit/test-wallet'
import { QueryClient } from '@tanstack/react-query'
import { createConfig, custom, injected } from 'wagmi'
import { mainnet } from 'wagmi/chains'

const { fetch, controls } = createEmulator()
// A used refresh token is refused.
controls.tako.setReuse('strict')
// Two wallets, so that the user must choose.
const wallets = [
  createTestWallet({ name: 'First Wallet', rdns: 'example.first' }),
  createTestWallet({ name: 'Second Wallet', rdns: 'example.second', accounts: [1] }),
]

/** The environment of a dapp within its page: wallets, wagmi, Tako's emulator, a client. */
export const world = {
  config: createConfig({
    chains: [mainnet],
    // wagmi's own reads `localStorage` at once, which throws where site data is blocked.
    storage: null,
    transports: { [mainnet.id]: custom({ request: async () => '0x' }, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: false,
    connectors: wallets.map(({ provider, info }) =>
      injected({ target: { id: info.rdns, name: info.name, provider: provider as never } }),
    ),
  }),
  queryClient: new QueryClient(),
  auth: createAuthClient({ providers: [tako()], fetch }),
  prompts: () => wallets.map(({ controls }) => controls.requests.byMethod.personal_sign ?? 0),
}
