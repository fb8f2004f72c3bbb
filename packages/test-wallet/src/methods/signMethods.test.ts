import { recoverMessageAddress, size, verifyMessage, verifyTypedData } from 'viem'
import { expect, test } from 'vitest'
import { connectedWallet, firstAddress, secondAddress } from '../testing/connectedWallet.ts'

const typedData = {
  domain: { name: 'Tako', version: '1', chainId: 1 },
  types: { Note: [{ name: 'text', type: 'string' }] },
  primaryType: 'Note',
  message: { text: 'hello' },
} as const

test('default', async () => {
  const { sign } = connectedWallet()
  const message = 'Welcome\n\nACCOUNT:\n…\n\n'
  const signature = await sign(message, firstAddress.toLowerCase())
  expect(await recoverMessageAddress({ message, signature })).toBe(firstAddress)
})

test('behavior: hex is signed as bytes and shown as text, or as hex when it is none', async () => {
  const { sign, controls } = connectedWallet({ approval: 'manual' })
  void sign('0x68c3a9')
  void sign('0xff00')
  void sign('')
  expect(controls.pending.map((request) => 'message' in request && request.message)).toEqual([
    'hé',
    '0xff00',
    '',
  ])
})

test('behavior: refuses before connecting, for other accounts, and while locked', async () => {
  const { sign, controls } = connectedWallet({ isAuthorized: false })
  await expect(sign('hi')).rejects.toMatchObject({ code: 4100 })
  const authorized = connectedWallet()
  await expect(authorized.sign('hi', secondAddress)).rejects.toMatchObject({ code: 4100 })
  authorized.controls.lock()
  await expect(authorized.sign('hi')).rejects.toMatchObject({ code: 4100 })
  expect(controls.requests.prompts + authorized.controls.requests.prompts).toBe(0)
})

test('behavior: refuses malformed parameters with -32602', async () => {
  const { request } = connectedWallet()
  for (const params of [undefined, [], ['hi'], ['hi', '0x1'], [1, firstAddress], { a: 1 }]) {
    await expect(request('personal_sign', params)).rejects.toMatchObject({ code: -32602 })
  }
  for (const data of [undefined, 'no json', '{}', null]) {
    await expect(request('eth_signTypedData_v4', [firstAddress, data])).rejects.toMatchObject({
      code: -32602,
    })
  }
})

test('behavior: typed data', async () => {
  const { request, controls } = connectedWallet({ approval: 'manual' })
  const answer = request('eth_signTypedData_v4', [firstAddress, JSON.stringify(typedData)])
  expect(controls.pending[0]).toMatchObject({
    kind: 'sign',
    message: JSON.stringify(typedData, null, 2),
  })
  controls.approve()
  const signature = (await answer) as `0x${string}`
  expect(await verifyTypedData({ ...typedData, address: firstAddress, signature })).toBe(true)
})

test('behavior: a switch while the request is open does not change who signs', async () => {
  const { sign, controls } = connectedWallet({ approval: 'manual' })
  const answer = sign('hi')
  controls.switchAccount(1)
  controls.approve()
  expect(await recoverMessageAddress({ message: 'hi', signature: await answer })).toBe(firstAddress)
})

test('behavior: wrong account', async () => {
  const { sign, controls } = connectedWallet()
  controls.next('wrong-account')
  const signature = await sign('hi')
  expect(size(signature)).toBe(65)
  expect(await recoverMessageAddress({ message: 'hi', signature })).not.toBe(firstAddress)
  const next = await sign('hi')
  expect(await recoverMessageAddress({ message: 'hi', signature: next })).toBe(firstAddress)
})

test('behavior: wrong account, of the very key that stands in', async () => {
  const { sign, controls } = connectedWallet({ accounts: [9] })
  const { address } = controls.state
  controls.next('wrong-account')
  const signature = await sign('hi', address)
  expect(await recoverMessageAddress({ message: 'hi', signature })).not.toBe(address)
})

test('behavior: signatures are the same each time', async () => {
  const { sign } = connectedWallet()
  expect(await sign('hi')).toBe(await sign('hi'))
})

test('parameters: signature', async () => {
  const { sign, controls } = connectedWallet({ signature: 'unrecoverable' })
  const unrecoverable = await sign('hi')
  expect(size(unrecoverable)).toBe(65)
  expect(
    await verifyMessage({ address: firstAddress, message: 'hi', signature: unrecoverable }),
  ).toBe(false)

  controls.configure({ signature: 'multisig' })
  expect(size(await sign('hi'))).toBe(130)

  controls.configure({ signature: 'erc6492' })
  const wrapped = await sign('hi')
  expect(size(wrapped)).toBeGreaterThanOrEqual(384)
  expect(size(wrapped)).toBeLessThanOrEqual(960)
  expect(wrapped.endsWith('6492'.repeat(16))).toBe(true)
})
