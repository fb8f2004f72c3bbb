import { createWalletClient, custom, verifyMessage } from 'viem'
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts'
import { expect, test, vi } from 'vitest'
import { createTestWallet } from './createTestWallet.ts'
import { developmentKeys } from './keys/developmentKeys.ts'
import { firstAddress, secondAddress } from './testing/connectedWallet.ts'

test('default', async () => {
  const { provider, controls } = createTestWallet()
  expect(await provider.request({ method: 'eth_accounts' })).toEqual([])

  const accounts = await provider.request({ method: 'eth_requestAccounts' })
  expect(accounts).toEqual([firstAddress.toLowerCase()])
  expect(await provider.request({ method: 'eth_accounts' })).toEqual([firstAddress])

  const signature = await provider.request({
    method: 'personal_sign',
    params: ['0x68656c6c6f', firstAddress],
  })
  expect(await verifyMessage({ address: firstAddress, message: 'hello', signature })).toBe(true)
  expect(controls.requests).toEqual({
    total: 4,
    prompts: 2,
    byMethod: { eth_accounts: 2, eth_requestAccounts: 1, personal_sign: 1 },
  })
})

test('behavior: works under a viem client', async () => {
  const { provider } = createTestWallet({ chainId: 31337 })
  const client = createWalletClient({ transport: custom(provider) })
  const [account] = await client.requestAddresses()
  expect(account).toBe(firstAddress)
  expect(await client.getChainId()).toBe(31337)
  const signature = await client.signMessage({ account: firstAddress, message: 'héllo\n\n' })
  expect(await verifyMessage({ address: firstAddress, message: 'héllo\n\n', signature })).toBe(true)
})

test('behavior: two wallets share nothing', async () => {
  const one = createTestWallet()
  const other = createTestWallet({ approval: 'manual' })
  await one.provider.request({ method: 'eth_requestAccounts' })
  expect(other.controls.requests.total).toBe(0)
  expect(other.controls.state.isAuthorized).toBe(false)
})

test('behavior: the development keys are those of the mnemonic', { timeout: 20_000 }, () => {
  const mnemonic = `${'test '.repeat(11)}junk`
  const addresses = developmentKeys.map((key) => privateKeyToAccount(key).address)
  expect(addresses).toEqual(
    developmentKeys.map((_, addressIndex) => mnemonicToAccount(mnemonic, { addressIndex }).address),
  )
})

test('parameters: privateKey', () => {
  const { controls } = createTestWallet({ privateKey: developmentKeys[1] })
  expect(controls.state.addresses).toEqual([secondAddress])
})

test('parameters: accounts', () => {
  const account = privateKeyToAccount(developmentKeys[4])
  const { controls } = createTestWallet({ accounts: [1, developmentKeys[0], account] })
  expect(controls.state.addresses).toEqual([secondAddress, firstAddress, account.address])
  expect(() => createTestWallet({ accounts: [10] })).toThrow('no development key 10')
})

test('parameters: isAuthorized', async () => {
  const { provider, controls } = createTestWallet({ isAuthorized: true })
  expect(await provider.request({ method: 'eth_accounts' })).toEqual([firstAddress])
  await provider.request({ method: 'eth_requestAccounts' })
  expect(controls.requests.prompts).toBe(0)
})

test('parameters: isLocked', async () => {
  const { provider, controls } = createTestWallet({ isAuthorized: true, isLocked: true })
  expect(await provider.request({ method: 'eth_accounts' })).toEqual([])
  await provider.request({ method: 'eth_requestAccounts' })
  expect(controls.requests.prompts).toBe(1)
  expect(controls.state.isLocked).toBe(false)
})

test('parameters: accountsCase', async () => {
  const { provider } = createTestWallet({ isAuthorized: true, accountsCase: 'lower' })
  expect(await provider.request({ method: 'eth_accounts' })).toEqual([firstAddress.toLowerCase()])
})

test('parameters: onRequest', () => {
  const onRequest = vi.fn()
  const { provider } = createTestWallet({ onRequest })
  void provider.request({ method: 'eth_chainId' })
  // Synchronously: there was no `await`.
  expect(onRequest.mock.calls).toEqual([['eth_chainId', undefined]])
})

test('parameters: rpc', async () => {
  const rpc = vi.fn(async () => '0x')
  const { provider } = createTestWallet({ rpc })
  const params: [typeof firstAddress, 'latest'] = [firstAddress, 'latest']
  expect(await provider.request({ method: 'eth_getCode', params })).toBe('0x')
  expect(rpc).toHaveBeenCalledExactlyOnceWith({ method: 'eth_getCode', params })
  await expect(
    provider.request({ method: 'eth_sign', params: [firstAddress, '0x00'] }),
  ).rejects.toMatchObject({ code: 4200 })
})
