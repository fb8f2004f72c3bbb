import { createAuthClient, memoryStorage, tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createTestWallet, type TestWallet } from '@takokit/test-wallet'
import { QueryClient } from '@tanstack/react-query'
import { createConfig, createStorage, custom, injected } from 'wagmi'
import { mainnet } from 'wagmi/chains'

type WalletParameters = NonNullable<Parameters<typeof createTestWallet>[0]>

export interface WorldParameters {
  /** One wallet by default. */
  wallets?: WalletParameters[]
  /** What the chain answers to `eth_getCode`: no code by default; `false` fails. */
  code?: string | false
  accessLifetimeMs?: number
}

/** A dapp's surroundings without network: wallets, wagmi, Tako's emulator, a client. */
export function createWorld({
  wallets: asked = [{}],
  code = '0x',
  accessLifetimeMs,
}: WorldParameters = {}) {
  const wallets = asked.map((parameters) => createTestWallet(parameters))
  const { fetch, controls: emulator } = createEmulator(
    accessLifetimeMs === undefined ? {} : { tako: { accessLifetimeMs } },
  )
  const items = new Map<string, string>()
  const storage = createStorage({
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    },
  })
  const rpc = async ({ method }: { method: string }) => {
    if (method === 'eth_getCode' && code !== false) return code
    throw new Error(`${method} is not there`)
  }
  const config = createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: custom({ request: rpc }, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: false,
    storage,
    connectors: wallets.map(({ provider, info }) =>
      injected({ target: { id: info.rdns, name: info.name, icon: info.icon, provider } as never }),
    ),
  })
  const client = createAuthClient({
    providers: [tako()],
    fetch,
    storage: memoryStorage(),
    onWarning: () => {},
  })
  const queryClient = new QueryClient()
  const [first] = wallets as [TestWallet]
  return { wallets, wallet: first, config, client, queryClient, emulator, storage }
}

export type World = ReturnType<typeof createWorld>
