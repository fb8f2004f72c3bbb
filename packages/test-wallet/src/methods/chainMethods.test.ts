import { expect, test, vi } from 'vitest'
import { connectedWallet } from '../testing/connectedWallet.ts'

test('default', async () => {
  const { request } = connectedWallet({ chainId: 31337 })
  expect(await request('eth_chainId')).toBe('0x7a69')
  expect(await request('net_version')).toBe('31337')
})

test('behavior: switching emits chainChanged, once', async () => {
  const { request, provider } = connectedWallet()
  const onChainChanged = vi.fn()
  provider.on('chainChanged', onChainChanged)
  const params = [{ chainId: '0xaa36a7' }]
  expect(await request('wallet_switchEthereumChain', params)).toBe(null)
  await request('wallet_switchEthereumChain', params)
  expect(onChainChanged.mock.calls).toEqual([['0xaa36a7']])
  expect(await request('eth_chainId')).toBe('0xaa36a7')
})

test('behavior: an unknown chain fails with 4902 until it is added', async () => {
  const { request } = connectedWallet({ chains: [] })
  const params = [{ chainId: '0xa' }]
  await expect(request('wallet_switchEthereumChain', params)).rejects.toMatchObject({ code: 4902 })
  expect(await request('wallet_addEthereumChain', params)).toBe(null)
  expect(await request('eth_chainId')).toBe('0xa')
})

test('behavior: refuses malformed parameters with -32602', async () => {
  const { request } = connectedWallet()
  for (const params of [
    undefined,
    [],
    [{}],
    [{ chainId: '1' }],
    [{ chainId: 1 }],
    [{ chainId: '0x' }],
  ]) {
    await expect(request('wallet_switchEthereumChain', params)).rejects.toMatchObject({
      code: -32602,
    })
  }
})
