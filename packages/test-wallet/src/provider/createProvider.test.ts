import { expect, test, vi } from 'vitest'
import { connectedWallet } from '../testing/connectedWallet.ts'

test('behavior: unknown methods fail with 4200', async () => {
  const { request } = connectedWallet()
  await expect(request('eth_blockNumber')).rejects.toMatchObject({ code: 4200 })
  await expect(request('eth_sign', [])).rejects.toMatchObject({ code: 4200 })
})

test('behavior: a request without a method fails with -32602', async () => {
  const { provider } = connectedWallet()
  for (const bad of [undefined, null, 'eth_accounts', {}, { method: 1 }, { method: '' }]) {
    await expect(provider.request(bad as never)).rejects.toMatchObject({ code: -32602 })
  }
})

test('behavior: everything fails with 4900 while disconnected', async () => {
  const { request, controls, provider } = connectedWallet()
  const onDisconnect = vi.fn()
  const onConnect = vi.fn()
  provider.on('disconnect', onDisconnect)
  provider.on('connect', onConnect)

  controls.disconnect()
  controls.disconnect()
  expect(onDisconnect).toHaveBeenCalledOnce()
  expect(onDisconnect.mock.calls[0]?.[0]).toMatchObject({ code: 4900 })
  await expect(request('eth_chainId')).rejects.toMatchObject({ code: 4900 })

  controls.reconnect()
  controls.reconnect()
  expect(onConnect.mock.calls).toEqual([[{ chainId: '0x1' }]])
  expect(await request('eth_chainId')).toBe('0x1')
})

test('behavior: the log has methods, order and outcome, and no signature or text', async () => {
  const { request, sign, controls } = connectedWallet({ approval: 'manual' })
  await request('eth_chainId')
  const signature = sign('my secret text')
  controls.approve()
  await signature
  await request('eth_foo').catch(() => {})
  void sign('again')

  expect(controls.log).toMatchObject([
    { id: 1, method: 'eth_chainId', isPrompt: false, outcome: 'answered' },
    { id: 2, method: 'personal_sign', isPrompt: true, outcome: 'answered' },
    { id: 3, method: 'eth_foo', isPrompt: false, outcome: 'failed', errorCode: 4200 },
    { id: 4, method: 'personal_sign', isPrompt: true, outcome: 'open' },
  ])
  expect(JSON.stringify(controls.log)).not.toMatch(/secret|0x/)
})

test('behavior: a removed listener is not called, and others hear although one throws', () => {
  const { provider, controls } = connectedWallet()
  const heard = vi.fn()
  const removed = vi.fn()
  const queued = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {})
  provider.on('chainChanged', removed)
  provider.on('chainChanged', () => {
    throw new Error('from the page')
  })
  provider.on('chainChanged', heard)
  provider.removeListener('chainChanged', removed)

  controls.switchChain(10)
  expect(heard.mock.calls).toEqual([['0xa']])
  expect(removed).not.toHaveBeenCalled()
  expect(() => queued.mock.calls[0]?.[0]()).toThrow('from the page')
  queued.mockRestore()
})
