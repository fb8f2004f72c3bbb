import { resolve } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Connector } from 'wagmi'
import { loadIcons } from '../../../react/src/wagmi/iconOf.ts'
import { listWallets } from '../../../react/src/wagmi/listWallets.ts'
import { wagmi2 } from '../compat/wagmi2.ts'

interface KitConnector extends Connector {
  rkDetails?: { id: string; name: string }
}

let server: ViteDevServer
let everyWallet: readonly KitConnector[]

beforeAll(async () => {
  // Otherwise it configures stand-ins for a server in place of what asks WalletConnect.
  vi.stubGlobal('window', {
    addEventListener: () => {},
    removeEventListener: () => {},
    location: { origin: 'https://harbour.example' },
    navigator: { language: 'en', userAgent: '' },
  })
  server = await createServer({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    plugins: [wagmi2()],
    ssr: { noExternal: [/rainbow-me/, /wagmi/] },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    appType: 'custom',
  })
  const file = resolve(import.meta.dirname, 'everyWallet.ts')
  everyWallet = ((await server.ssrLoadModule(file)) as { everyWallet: KitConnector[] }).everyWallet
})
afterAll(async () => {
  await server.close()
  vi.unstubAllGlobals()
})

const detailsOf = ({ connector }: { connector: Connector }) => (connector as KitConnector).rkDetails

test('behavior: every wallet of RainbowKit’s own configuration has the name that RainbowKit gives it', () => {
  const list = listWallets(everyWallet)
  expect(list.length).toBeGreaterThan(40)
  expect(list.map(({ name }) => name)).toEqual(list.map((one) => detailsOf(one)?.name))
  const names = list.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['Rainbow', 'MetaMask', 'Ledger', 'Coinbase Wallet']),
  )
  expect(names.filter((name) => name === 'WalletConnect')).toHaveLength(1)
  expect(names).not.toContain('Injected')
})

test('behavior: only what is there is called installed, and what announced itself is listed once', () => {
  const facts = new Map(
    everyWallet.map((connector) => [connector, { hasProvider: false, isStranger: false }] as const),
  )
  expect(listWallets(everyWallet, null, facts).filter(({ isInstalled }) => isInstalled)).toEqual([])
  const announced = { id: 'me.rainbow', name: 'Rainbow', type: 'injected', uid: 'announced' }
  const list = listWallets([...everyWallet, announced as KitConnector], null, facts)
  expect(list.filter(({ name }) => name === 'Rainbow')).toMatchObject([
    { isInstalled: true, connector: announced },
  ])
})

test('behavior: each has the picture that RainbowKit gives it', async () => {
  loadIcons(everyWallet, () => {})
  const without = () => listWallets(everyWallet).filter(({ icon }) => icon === undefined)
  await vi.waitFor(() => expect(without().map(({ name }) => name)).toEqual([]), { timeout: 20_000 })
})
