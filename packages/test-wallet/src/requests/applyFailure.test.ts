import { expect, test, vi } from 'vitest'
import { connectedWallet, firstAddress } from '../testing/connectedWallet.ts'

test('behavior: reject', async () => {
  const { sign, controls } = connectedWallet()
  controls.next('reject')
  await expect(sign('hi')).rejects.toMatchObject({ code: 4001, name: 'WalletRpcError' })
  await sign('hi')
  expect(controls.requests.prompts).toBe(2)
})

test('behavior: reject without code', async () => {
  const { sign, controls } = connectedWallet()
  controls.next('reject-without-code')
  const error = await sign('hi').catch((reason: unknown) => reason)
  expect(error).toEqual(new Error('User rejected the request.'))
  expect(error).not.toHaveProperty('code')
})

test('behavior: already pending opens no window', async () => {
  const { sign, controls } = connectedWallet()
  controls.next('already-pending')
  await expect(sign('hi')).rejects.toMatchObject({ code: -32002 })
  expect(controls.requests.prompts).toBe(0)
})

test('behavior: hang', async () => {
  const { sign, controls } = connectedWallet()
  const settled = vi.fn()
  controls.next('hang')
  void sign('hi').finally(settled)
  await sign('another, that is answered')
  expect(settled).not.toHaveBeenCalled()
  expect(controls.pending).toEqual([])
  expect(controls.requests.prompts).toBe(2)
})

test('behavior: any code', async () => {
  const { sign, controls } = connectedWallet()
  controls.next({ code: 5000, message: 'User rejected.' })
  await expect(sign('hi')).rejects.toMatchObject({ code: 5000, message: 'User rejected.' })
})

test('behavior: hold waits although approval is automatic, and is approved late', async () => {
  const { sign, controls } = connectedWallet()
  controls.next('hold')
  const answer = sign('hi')
  expect(controls.pending).toMatchObject([{ isHeld: true, message: 'hi' }])
  controls.switchAccount(1)
  controls.approve()
  expect(await answer).toMatch(/^0x[0-9a-f]{130}$/)
})

test('parameters: method', async () => {
  const { request, sign, controls } = connectedWallet({ isAuthorized: false })
  controls.next('reject', { method: 'personal_sign' })
  controls.next({ code: -32603, message: 'Internal error' }, { method: 'eth_chainId' })
  await request('eth_requestAccounts')
  await expect(sign('hi')).rejects.toMatchObject({ code: 4001 })
  await expect(request('eth_chainId')).rejects.toMatchObject({ code: -32603 })
  expect(await request('eth_chainId')).toBe('0x1')
})

test('behavior: what asks nobody, or does not fit, leaves it for later', async () => {
  const { request, sign, controls } = connectedWallet()
  controls.next('reject')
  await request('eth_requestAccounts')
  await request('eth_accounts')
  await expect(sign('hi')).rejects.toMatchObject({ code: 4001 })

  controls.next('wrong-account')
  await request('wallet_requestPermissions', [{ eth_accounts: {} }])
  expect(await sign('hi', firstAddress)).not.toBe(await sign('hi', firstAddress))
})
