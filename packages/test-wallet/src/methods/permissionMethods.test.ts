import { expect, test, vi } from 'vitest'
import { connectedWallet, firstAddress } from '../testing/connectedWallet.ts'

const params = [{ eth_accounts: {} }]

function watched(parameters: Parameters<typeof connectedWallet>[0]) {
  const wallet = connectedWallet(parameters)
  const onAccountsChanged = vi.fn()
  wallet.provider.on('accountsChanged', onAccountsChanged)
  return { ...wallet, emitted: onAccountsChanged.mock.calls }
}

test('default', async () => {
  const { request, controls, emitted } = watched({ isAuthorized: false })
  expect(await request('wallet_getPermissions')).toEqual([])

  const permissions = await request('wallet_requestPermissions', params)
  expect(permissions).toMatchObject([
    { parentCapability: 'eth_accounts', caveats: [{ value: [firstAddress.toLowerCase()] }] },
  ])
  expect(await request('wallet_getPermissions')).toEqual(permissions)
  await request('wallet_requestPermissions', params)
  expect(controls.requests.prompts).toBe(2)

  expect(await request('wallet_revokePermissions', params)).toBe(null)
  expect(await request('eth_accounts')).toEqual([])
  expect(emitted).toEqual([[[firstAddress]], [[]]])
})

test('parameters: revokeBehavior quiet', async () => {
  const { request, emitted } = watched({ revokeBehavior: 'quiet' })
  expect(await request('wallet_revokePermissions', params)).toBe(null)
  expect(await request('eth_accounts')).toEqual([])
  expect(emitted).toEqual([])
})

test('parameters: revokeBehavior hang', async () => {
  const { request, emitted, controls } = watched({ revokeBehavior: 'hang' })
  const settled = vi.fn()
  void request('wallet_revokePermissions', params).finally(settled)
  // Responses take microtasks: a later request that is answered proves that this one hangs.
  expect(await request('eth_accounts')).toEqual([firstAddress])
  expect(settled).not.toHaveBeenCalled()
  expect(controls.log[0]?.outcome).toBe('open')
  expect(emitted).toEqual([])
})

test('parameters: revokeBehavior refuse', async () => {
  const { request } = watched({ revokeBehavior: 'refuse' })
  await expect(request('wallet_revokePermissions', params)).rejects.toMatchObject({ code: 4200 })
})

test('behavior: refuses other permissions with -32602', async () => {
  const { request } = connectedWallet()
  for (const bad of [undefined, [], [{}], ['eth_accounts'], [null]]) {
    await expect(request('wallet_requestPermissions', bad)).rejects.toMatchObject({ code: -32602 })
  }
})
