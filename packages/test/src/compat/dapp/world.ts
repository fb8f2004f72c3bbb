import { createAuthClient, memoryStorage, tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createTestWallet } from '@takokit/test-wallet'
import { QueryClient } from '@tanstack/react-query'
import { createConfig, custom, injected } from 'wagmi'
import { mainnet } from 'wagmi/chains'

const { fetch, controls } = createEmulator()
// Every token is another one.
controls.tako.setReuse('strict')
// Two, so that there is a choice to make.
const wallets = [
  createTestWallet({ name: 'First Wallet', rdns: 'example.first' }),
  createTestWallet({ name: 'Second Wallet', rdns: 'example.second', accounts: [1] }),
]

/** A dapp's surroundings within its page: wallet, wagmi, Tako's emulator, a client. */
export const world = {
  config: createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: custom({ request: async () => '0x' }, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: false,
    connectors: wallets.map(({ provider, info }) =>
      injected({ target: { id: info.rdns, name: info.name, provider: provider as never } }),
    ),
  }),
  queryClient: new QueryClient(),
  auth: createAuthClient({ providers: [tako()], storage: memoryStorage(), fetch }),
  /** How often each wallet was asked to sign. */
  prompts: () => wallets.map(({ controls }) => controls.requests.byMethod.personal_sign ?? 0),
}
