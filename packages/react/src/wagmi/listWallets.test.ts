import { expect, test, vi } from 'vitest'
import { listWallets } from './listWallets.ts'
import type { WalletConnector } from './WalletOption.ts'

const make = (id: string, name = id, type = 'injected', icon?: string) =>
  ({ id, name, type, icon, uid: id }) as unknown as WalletConnector
const idsOf = (...parameters: Parameters<typeof listWallets>) =>
  listWallets(...parameters).map(({ id }) => id)

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

test('behavior: each name once, the announced one', () => {
  const sdk = make('metaMaskSDK', 'MetaMask', 'metaMask')
  expect(idsOf([sdk, make('io.metamask', 'MetaMask')])).toEqual(['io.metamask'])
})

test('behavior: `window.ethereum` only where nothing announced itself', () => {
  expect(idsOf([make('injected'), make('io.one')])).toEqual(['io.one'])
  expect(idsOf([make('injected')])).toEqual([])
  vi.stubGlobal('ethereum', {})
  expect(idsOf([make('injected')])).toEqual(['injected'])
  vi.unstubAllGlobals()
})

test('behavior: an icon from elsewhere is not loaded', () => {
  const [far] = listWallets([make('io.far', 'Far', 'injected', 'https://example.com/icon.png')])
  const [near] = listWallets([make('io.near', 'Near', 'injected', '\n data:image/png;base64,AA')])
  expect(far?.icon).toBeUndefined()
  expect(near?.icon).toBe('data:image/png;base64,AA')
})
