import { browserPlatform, createAuthClient, memoryStorage, signIn, tako } from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createTestWallet, developmentKeys, type TestWallet } from '@takokit/test-wallet'
import { QueryClient } from '@tanstack/react-query'
import { privateKeyToAccount } from 'viem/accounts'
import { createConfig, createStorage, custom, injected } from 'wagmi'
import { mainnet } from 'wagmi/chains'
import { isBelow } from '../urls/isBelow.ts'
import { createWorldClock } from './createWorldClock.ts'
import { memoryItems } from './memoryItems.ts'
import type { World } from './World.ts'
import type { WorldParameters } from './WorldParameters.ts'

/**
 * Creates an application's environment without a network: wallets, wagmi's configuration, the emulated APIs, a client, and
 * one clock for all of them.
 *
 * @example
 * ```ts
 * import { getAuthToken } from '@takokit/core'
 * import { createWorld } from '@takokit/testing'
 *
 * const world = createWorld({ emulator: { tako: { reuse: 'strict' } } })
 * await world.signInBefore()
 * world.clock.advance(3_600_000)
 * // The former token has expired: this one is another.
 * const token = await getAuthToken(world.client)
 * ```
 *
 * @throws {TakoKitError} `config/invalid` for providers that share a name.
 */
export function createWorld(parameters: WorldParameters = {}): World {
  const { wallets: asked = [{}], connectors: others = [], code = '0x' } = parameters
  const wallets = asked.map((wallet) => createTestWallet(wallet))
  const [first] = wallets as [TestWallet, ...TestWallet[]]
  const { clock, platform } = createWorldClock({
    // Requests go to the emulator, and a warning of a test's setting is none.
    platform: browserPlatform({ fetch: (input, init) => fetch(input, init), onWarning: () => {} }),
    at: parameters.at,
  })
  const emulated = createEmulator({ ...parameters.emulator, now: clock.now })
  const { controls: emulator } = emulated
  const fetch: typeof emulated.fetch = async (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    const own = Object.entries(parameters.servers ?? {}).find(([base]) => isBelow(url, base))
    return own ? own[1](request) : emulated.fetch(request)
  }
  const storage = createStorage({
    storage: memoryItems(parameters.isRemembered ? first : undefined),
  })
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
  const config = createConfig({
    chains: [mainnet],
    transports: { [mainnet.id]: custom({ request }, { retryCount: 0 }) },
    multiInjectedProviderDiscovery: false,
    storage,
    connectors: [...connectors, ...others],
  })
  const client = createAuthClient({
    providers: parameters.providers ?? [tako()],
    platform,
    storage: parameters.storage ?? memoryStorage(),
  })
  return {
    wallet: first,
    wallets,
    config,
    client,
    queryClient: new QueryClient({ defaultOptions: { mutations: { retry: false } } }),
    emulator,
    fetch,
    storage,
    clock,
    async signInBefore() {
      await signIn(client, { signer: privateKeyToAccount(developmentKeys[0]) })
    },
    dispose: client.dispose,
  }
}
