import { expect, test, vi } from 'vitest'
import { listWallets } from './listWallets.ts'
import type { ConnectorFacts } from './walletFacts.ts'
import type { WalletConnector } from './WalletOption.ts'

type More = Record<string, unknown>
const make = (id: unknown, name: unknown = id, type = 'injected', more: More = {}) =>
  ({ id, name, type, uid: id, ...more }) as unknown as WalletConnector
const idsOf = (...parameters: Parameters<typeof listWallets>) =>
  listWallets(...parameters).map(({ id }) => id)
const picture = 'data:image/png;base64,AA'

test('default: announced before configured', () => {
  const coinbase = make('coinbase', 'Coinbase', 'coinbaseWallet')
  expect(idsOf([coinbase, make('io.one')])).toEqual(['io.one', 'coinbase'])
})

test('behavior: the recent one comes first', () => {
  const list = listWallets([make('io.one'), make('io.two')], 'io.two')
  expect(list.map(({ id, isRecent }) => [id, isRecent])).toEqual([
    ['io.two', true],
    ['io.one', false],
  ])
})

test.each([
  ['by what wagmi’s own stands for', make('metaMaskSDK', 'MetaMask', 'metaMask')],
  [
    'by its `rdns`',
    make('fox', 'Other name', 'fox', { rdns: ['io.metamask.mobile', 'io.metamask'] }),
  ],
  ['by its id', make('io.metamask', 'MetaMask', 'fox')],
])('behavior: a configured wallet that announced itself is listed once, %s', (_, configured) => {
  const announced = make('io.metamask', 'MetaMask')
  for (const connectors of [
    [configured, announced],
    [announced, configured],
  ]) {
    const list = listWallets(connectors)
    expect(list.map(({ connector }) => connector)).toEqual([announced])
  }
  const [only] = listWallets([configured, announced], configured.id)
  expect(only).toMatchObject({ connector: announced, isRecent: true })
})

test('behavior: a wallet that announced itself twice is listed once', () => {
  expect(idsOf([make('io.one', 'One', 'injected', { uid: 1 }), make('io.one')])).toEqual(['io.one'])
})

test('behavior: no name takes another wallet’s place', () => {
  expect(idsOf([make('io.pretends', 'MetaMask'), make('io.metamask', 'MetaMask')])).toEqual([
    'io.pretends',
    'io.metamask',
  ])
  expect(idsOf([make('one', 'Same', 'a'), make('two', 'Same', 'b')])).toEqual(['one', 'two'])
})

test.each([
  ['no name', make('io.odd', undefined), 'io.odd'],
  ['a name that is null', make('io.odd', null), 'io.odd'],
  ['a name that is no text', make('io.odd', { name: 'Odd' }), 'io.odd'],
  ['no id', make(undefined, 'Odd'), 'Odd'],
  ['neither', make(undefined, undefined), 'Wallet'],
  ['an endless name', make('io.odd', 'x'.repeat(100_000)), `${'x'.repeat(59)}…`],
])('behavior: %s hides no other wallet', (_, odd, name) => {
  const list = listWallets([odd, make('io.fine', 'Fine')])
  expect(list.map((one) => one.name)).toEqual([name, 'Fine'])
})

test('behavior: `window.ethereum` only where nothing announced itself', () => {
  expect(idsOf([make('injected'), make('io.one')])).toEqual(['io.one'])
  expect(idsOf([make('injected')])).toEqual([])
  vi.stubGlobal('ethereum', {})
  expect(idsOf([make('injected')])).toEqual(['injected'])
  vi.unstubAllGlobals()
})

test('behavior: a target without a wallet is listed, after those that are installed, and not called so', () => {
  const connectors = [make('rabby', 'Rabby'), make('io.one', 'One')] as const
  const facts = new Map<WalletConnector, ConnectorFacts>([
    [connectors[0], { hasProvider: false, isStranger: false }],
    [connectors[1], { hasProvider: true, isStranger: true }],
  ])
  const list = listWallets(connectors, null, facts)
  expect(list.map(({ id, isInstalled }) => [id, isInstalled])).toEqual([
    ['io.one', true],
    ['rabby', false],
  ])
})

// As RainbowKit 2 configures wagmi: the wallet is only in `rkDetails`.
const viaKit = (id: string, kit: More, uid: string = String(kit.id)) =>
  make(id, id === 'injected' ? 'Injected' : 'WalletConnect', id, { rkDetails: kit, uid })
const rainbow = viaKit('walletConnect', { id: 'rainbow', name: 'Rainbow', rdns: 'me.rainbow' })
const trust = viaKit('walletConnect', { id: 'trust', name: 'Trust Wallet' })
const scan = viaKit('walletConnect', { id: 'walletConnect', name: 'WalletConnect' })
const scanModal = viaKit('walletConnect', {
  ...{ id: 'walletConnect', name: 'WalletConnect' },
  ...{ isWalletConnectModalConnector: true, showQrModal: true },
})
const listedNames = (...parameters: Parameters<typeof listWallets>) =>
  listWallets(...parameters).map(({ name, isInstalled, isRecent }) => [name, isInstalled, isRecent])

test('behavior: the wallets of another kit’s list have their own names, each once', () => {
  const list = [rainbow, trust, scanModal, scan]
  expect(listedNames(list)).toEqual([
    ['Rainbow', false, false],
    ['Trust Wallet', false, false],
    ['WalletConnect', false, false],
  ])
  expect(listWallets(list).at(-1)?.connector).toBe(scan)
  // wagmi remembers only `walletConnect`, which three of them are.
  expect(listedNames(list, 'walletConnect')).toEqual([
    ['WalletConnect', false, true],
    ['Rainbow', false, false],
    ['Trust Wallet', false, false],
  ])
  expect(listedNames([make('me.rainbow', 'Rainbow'), ...list])).toEqual([
    ['Rainbow', true, false],
    ['Trust Wallet', false, false],
    ['WalletConnect', false, false],
  ])
})

test('behavior: what another kit configured for a wallet that is not there names no other wallet', () => {
  const rabby = viaKit('injected', { id: 'rabby', name: 'Rabby' })
  const browser = viaKit('injected', { id: 'injected', name: 'Browser Wallet' })
  vi.stubGlobal('ethereum', { isMetaMask: true })
  expect(listedNames([rabby, browser])).toEqual([['Injected', false, false]])
  vi.unstubAllGlobals()
  expect(listedNames([rabby, browser])).toEqual([])
})

const iconOf = (icon: unknown, isStranger = true, more: More = {}) => {
  const connector = make('io.one', 'One', 'injected', { icon, ...more })
  const facts = new Map([[connector, { hasProvider: true, isStranger }]])
  return listWallets([connector], null, facts)[0]?.icon
}

test('behavior: a picture from a stranger is shown where it needs no request', () => {
  expect(iconOf(`\n ${picture}`)).toBe(picture)
  for (const icon of [
    'https://example.com/icon.png',
    '/icon.png',
    { url: picture },
    null,
    'javascript:0',
    'data:text/html,x',
    `data:image/png;base64,${'A'.repeat(2_000_000)}`,
  ])
    expect(iconOf(icon)).toBeUndefined()
})

test('behavior: a picture that the dapp configured may lie elsewhere', () => {
  const far = 'https://example.com/icon.png'
  expect(iconOf(far, false)).toBe(far)
  expect(iconOf('/icon.png', false)).toBe('/icon.png')
  expect(iconOf(undefined, false, { rkDetails: { iconUrl: far } })).toBe(far)
  expect(iconOf('javascript:0', false)).toBeUndefined()
})
