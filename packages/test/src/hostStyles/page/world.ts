import { createAuthClient, memoryStorage, tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createTestWallet } from '@takokit/test-wallet'
import { QueryClient } from '@tanstack/react-query'
import { createConfig, custom, injected } from 'wagmi'
import { mainnet } from 'wagmi/chains'

const { fetch } = createEmulator()
const wallets = ['Harbour', 'Lantern', 'Northwind'].map((name) => createTestWallet({ name }))
const [first] = wallets

/** The environment of a dapp within its page, and the controls of its first wallet. */
export const world = {
  config: createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: custom({ request: async () => '0x' }, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: false,
    connectors: wallets.map(({ provider, info: { rdns: id, name, icon } }, index) =>
      // The last wallet has no icon.
      injected({
        target: {
          id: `${id}.${index}`,
          name,
          ...(index < 2 && { icon }),
          provider: provider as never,
        },
      }),
    ),
  }),
  queryClient: new QueryClient(),
  auth: createAuthClient({ providers: [tako()], storage: memoryStorage(), fetch }),
  controls: first?.controls,
}
