import {
  type AuthStorage,
  browserPlatform,
  createAuthClient,
  memoryStorage,
  signIn,
  tako,
  type TokenProvider,
} from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createTestWallet, developmentKeys, type TestWallet } from '@takokit/test-wallet'
import { QueryClient } from '@tanstack/react-query'
import { privateKeyToAccount } from 'viem/accounts'
import { createConfig, createStorage, custom, injected } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { scanConnector } from './scanConnector.ts'

type WalletParameters = NonNullable<Parameters<typeof createTestWallet>[0]>

export interface WorldParameters {
  /** Default: one wallet. A `type` other than `injected` makes it one whose window opens only from a tap. */
  wallets?: (WalletParameters & { type?: string })[] | undefined
  /** Adds a connector for wallets on another device, or one that shows its own window. */
  canScan?: boolean | 'in-its-own-window' | undefined
  /** The chain's response to `eth_getCode`. Default: no code; `false` fails. */
  code?: string | false | undefined
  accessLifetimeMs?: number | undefined
  /** Default: Tako. */
  provider?: TokenProvider | undefined
  /** wagmi remembers the first wallet from an earlier page. */
  isRemembered?: boolean | undefined
  /** Shared with other worlds, as tabs of one browser share it. Default: the page's memory. */
  storage?: AuthStorage | undefined
  /** The fixed time, in epoch milliseconds. */
  at?: number | undefined
}

/** An application's environment without network: wallets, wagmi, Tako's emulator, a client. */
export function createWorld(parameters: WorldParameters = {}) {
  const { wallets: asked = [{}], canScan, code = '0x', accessLifetimeMs, at } = parameters
  const now = at === undefined ? undefined : () => at
  const wallets = asked.map((wallet) => createTestWallet(wallet))
  const { fetch, controls: emulator } = createEmulator({
    ...(now && { now }),
    tako: accessLifetimeMs === undefined ? {} : { accessLifetimeMs },
  })
  const items = new Map<string, string>()
  const storage = createStorage({
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => void items.set(key, value),
      removeItem: (key) => void items.delete(key),
    },
  })
  const [first] = wallets as [TestWallet, ...TestWallet[]]
  if (parameters.isRemembered) rememberWallet(items, first)
  const request = async ({ method }: { method: string }) => {
    if (method === 'eth_getCode' && code !== false) return code
    throw new Error(`${method} is not there`)
  }
  const connectors = wallets.map(({ provider, info }, index) => {
    const { rdns: id, name, icon } = info
    const make = injected({ target: { id, name, icon, provider: provider as never } })
    const { type = 'injected' } = asked[index] ?? {}
    const connector: typeof make = (config) => Object.assign(make(config), { type })
    return connector
  })
  const scan = scanConnector({ showQrModal: canScan === 'in-its-own-window' })
  const config = createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: custom({ request }, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: false,
    storage,
    connectors: canScan ? [...connectors, scan as never] : connectors,
  })
  const platform = { ...browserPlatform({ fetch, onWarning: () => {} }), ...(now && { now }) }
  const client = createAuthClient({
    providers: [parameters.provider ?? tako()],
    platform,
    storage: parameters.storage ?? memoryStorage(),
  })
  const queryClient = new QueryClient({ defaultOptions: { mutations: { retry: false } } })
  /** Signs in as the wallet's first account, as if before the page loaded. */
  const signInBefore = () => signIn(client, { signer: privateKeyToAccount(developmentKeys[0]) })
  return { wallets, wallet: first, config, client, queryClient, emulator, storage, signInBefore }
}

export type World = ReturnType<typeof createWorld>

/** What wagmi stored while the wallet was connected. */
function rememberWallet(items: Map<string, string>, { info, controls }: TestWallet): void {
  const uid = 'of-an-earlier-page'
  const connector = { id: info.rdns, name: info.name, type: 'injected', uid }
  const connection = { accounts: [controls.state.address], chainId: 1, connector }
  const connections = { __type: 'Map', value: [[uid, connection]] }
  const state = { chainId: 1, connections, current: uid }
  items.set('wagmi.store', JSON.stringify({ state, version: 3 }))
  items.set('wagmi.recentConnectorId', JSON.stringify(info.rdns))
}
