import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import { signedByAnother } from './signedByAnother.ts'

const one = privateKeyToAccount(
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
)
const other = privateKeyToAccount(
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
)
const message = 'hello'

async function check(by: typeof one, hasCode?: () => Promise<boolean | undefined>) {
  const signature = await by.signMessage({ message })
  return signedByAnother(
    { address: one.address, message, signature },
    { address: one.address, signMessage: one.signMessage, hasCode },
  )
}

describe('signedByAnother', () => {
  test('default: the account that was asked signed', async () => {
    expect(await check(one, async () => false)).toBeUndefined()
  })

  test('behavior: another did, and the account is known to have no code', async () => {
    expect(await check(other, async () => false)).toBe(other.address)
  })

  test.each([
    ['has code', async () => true],
    ['cannot be asked', async () => undefined],
    ['fails to be asked', async () => Promise.reject(new Error('rpc down'))],
    ['is not asked', undefined],
  ])('behavior: nothing is certain where the account %s', async (_, hasCode) => {
    expect(await check(other, hasCode)).toBeUndefined()
  })

  test('behavior: a signature that is not 65 bytes is a contract’s', async () => {
    const signature = `0x${'ab'.repeat(130)}` as const
    const signed = { address: one.address, message, signature }
    expect(await signedByAnother(signed, { ...one, hasCode: async () => false })).toBeUndefined()
  })

  test('behavior: 65 bytes that recover to nothing are left to the provider', async () => {
    const signature = `0x${'00'.repeat(65)}` as const
    const signed = { address: one.address, message, signature }
    expect(await signedByAnother(signed, { ...one, hasCode: async () => false })).toBeUndefined()
  })
})
