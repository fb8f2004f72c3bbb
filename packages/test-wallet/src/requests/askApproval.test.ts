import { expect, test, vi } from 'vitest'
import { connectedWallet, firstAddress } from '../testing/connectedWallet.ts'

test('default', async () => {
  const { sign, controls } = connectedWallet()
  await sign('hi')
  expect(controls.pending).toEqual([])
  expect(controls.requests.prompts).toBe(1)
})

test('parameters: approval manual', async () => {
  const { request, controls } = connectedWallet({ approval: 'manual', isAuthorized: false })
  const answer = request('eth_requestAccounts')
  // It is listed in the same task.
  expect(controls.pending).toEqual([
    {
      id: 1,
      kind: 'connect',
      method: 'eth_requestAccounts',
      account: firstAddress,
      origin: '',
      receivedAt: expect.any(Number),
      isHeld: false,
    },
  ])
  controls.approve()
  expect(controls.pending).toEqual([])
  expect(await answer).toEqual([firstAddress.toLowerCase()])
})

test('parameters: approval function', async () => {
  const approval = vi.fn((request: { method: string }) => request.method !== 'personal_sign')
  const { request, sign } = connectedWallet({ approval, isAuthorized: false })
  await request('eth_requestAccounts')
  await expect(sign('hi')).rejects.toMatchObject({ code: 4001 })
  expect(approval).toHaveBeenCalledTimes(2)
})

test('behavior: an approval function that throws is the wallet failing, not the person refusing', async () => {
  const cause = new Error('bug in the test')
  const { sign, controls } = connectedWallet({ approval: () => Promise.reject(cause) })
  await expect(sign('hi')).rejects.toMatchObject({ code: -32603, cause })
  expect(controls.pending).toEqual([])
})

test('behavior: controls overtake an approval function', async () => {
  const { sign, controls } = connectedWallet({ approval: () => new Promise(() => {}) })
  const answer = sign('hi')
  controls.reject()
  await expect(answer).rejects.toMatchObject({ code: 4001 })
})

test('behavior: signatures queue, a second connection is refused with -32002', async () => {
  const { request, sign, controls } = connectedWallet({ approval: 'manual' })
  const [one, two] = [sign('one'), sign('two')]
  const permissions = request('wallet_requestPermissions', [{ eth_accounts: {} }])
  await expect(request('wallet_requestPermissions', [{ eth_accounts: {} }])).rejects.toMatchObject({
    code: -32002,
  })
  expect(controls.pending.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(controls.requests.prompts).toBe(3)

  controls.reject(2)
  controls.approve(3)
  controls.approve()
  await expect(two).rejects.toMatchObject({ code: 4001 })
  await Promise.all([one, permissions])
  expect(controls.pending).toEqual([])
})

test('behavior: deciding about nothing is a mistake of the test', () => {
  const { controls } = connectedWallet()
  expect(() => controls.approve()).toThrow('No request is pending')
  expect(() => controls.reject(7)).toThrow('Request 7 is not pending')
})
