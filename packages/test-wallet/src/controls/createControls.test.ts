import { expect, test, vi } from 'vitest'
import { connectedWallet, firstAddress, secondAddress } from '../testing/connectedWallet.ts'

function watched(parameters: Parameters<typeof connectedWallet>[0] = {}) {
  const wallet = connectedWallet(parameters)
  const onAccountsChanged = vi.fn()
  wallet.provider.on('accountsChanged', onAccountsChanged)
  return { ...wallet, emitted: onAccountsChanged.mock.calls }
}

test('behavior: switchAccount', async () => {
  const { controls, request, emitted } = watched()
  controls.switchAccount(1)
  controls.switchAccount(1)
  expect(await request('eth_accounts')).toEqual([secondAddress])
  controls.switchAccount(firstAddress)
  expect(emitted).toEqual([[[secondAddress]], [[firstAddress]]])
  expect(() => controls.switchAccount(3)).toThrow('no account 3')
})

test('behavior: switchAccount says nothing to a page that may not see it', () => {
  const { controls, emitted } = watched({ isAuthorized: false })
  controls.switchAccount(1)
  expect(emitted).toEqual([])
})

test('behavior: lock and unlock', () => {
  const { controls, emitted } = watched()
  controls.lock()
  controls.lock()
  controls.switchAccount(1)
  controls.unlock()
  expect(emitted).toEqual([[[]], [[secondAddress]]])
})

test('behavior: revoke', async () => {
  const { controls, request, emitted } = watched()
  controls.revoke()
  expect(await request('eth_accounts')).toEqual([])
  expect(emitted).toEqual([[[]]])
})

test('behavior: switchChain, also without hex', async () => {
  const { controls, request, provider } = connectedWallet({ chainId: 10 })
  const onChainChanged = vi.fn()
  provider.on('chainChanged', onChainChanged)
  controls.switchChain(1, { format: 'decimal' })
  controls.switchChain(137)
  expect(onChainChanged.mock.calls).toEqual([['1'], ['0x89']])
  expect(await request('eth_chainId')).toBe('0x89')
})

test('behavior: close rejects, or leaves the page without an answer', async () => {
  const { controls, sign } = connectedWallet({ approval: 'manual' })
  const rejected = sign('one')
  controls.close()
  await expect(rejected).rejects.toMatchObject({ code: 4001 })

  controls.configure({ closeBehavior: 'hang' })
  const settled = vi.fn()
  void sign('two').finally(settled)
  controls.close()
  expect(controls.pending).toEqual([])
  const answered = sign('three')
  controls.approve()
  await answered
  expect(settled).not.toHaveBeenCalled()
})

test('behavior: subscribe tells of requests, state and settings, until stopped', () => {
  const { controls, sign } = connectedWallet({ approval: 'manual' })
  const listener = vi.fn()
  const stop = controls.subscribe(listener)
  const { pending, state } = controls
  expect(controls.pending).toBe(pending)
  expect(controls.state).toBe(state)

  void sign('hi')
  expect(listener).toHaveBeenCalledTimes(1)
  expect(controls.pending).not.toBe(pending)
  controls.lock()
  controls.configure({ approval: 'auto' })
  expect(listener).toHaveBeenCalledTimes(3)
  stop()
  controls.unlock()
  expect(listener).toHaveBeenCalledTimes(3)
})

test('behavior: onRequest is called before the request is listed, until stopped', () => {
  const { controls, sign } = connectedWallet({ approval: 'manual' })
  const seen: unknown[] = []
  const stop = controls.onRequest((method, params) =>
    seen.push([method, params, controls.pending.length]),
  )
  void sign('hi')
  stop()
  void sign('hi')
  expect(seen).toEqual([['personal_sign', ['hi', firstAddress], 0]])
})

test('behavior: waitForPending', async () => {
  const { controls, request, sign } = connectedWallet({ approval: 'manual' })
  const waiting = controls.waitForPending({ method: 'personal_sign' })
  void request('wallet_requestPermissions', [{ eth_accounts: {} }])
  void sign('hi')
  expect(await waiting).toMatchObject({ id: 2, message: 'hi' })
  expect(await controls.waitForPending()).toMatchObject({ id: 1 })
  expect(await controls.waitForPending({ kind: 'sign' })).toMatchObject({ id: 2 })
})
