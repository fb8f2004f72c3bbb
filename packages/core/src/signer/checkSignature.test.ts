import {
  type Hex,
  parseSignature,
  serializeCompactSignature,
  signatureToCompactSignature,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { describe, expect, test } from 'vitest'
import { createTestPlatform } from '../testing/createTestPlatform.ts'
import { checkSignature } from './checkSignature.ts'

const one = privateKeyToAccount(
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
)
const other = privateKeyToAccount(
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
)
const messages = ['hello', 'these two', 'give a v of 27', 'and one of 28', 'between them']
const message = 'hello'
const silent = () => new Promise<undefined>(() => {})

function compact(signature: Hex): Hex {
  return serializeCompactSignature(signatureToCompactSignature(parseSignature(signature)))
}

function start(answer: unknown, hasCode?: () => Promise<boolean | undefined>) {
  const platform = createTestPlatform()
  const signer = { address: one.address, signMessage: one.signMessage, hasCode }
  return {
    platform,
    done: checkSignature(platform, { signer, address: one.address, message, answer }),
  }
}

const check = (...parameters: Parameters<typeof start>) => start(...parameters).done
const code = (known: boolean | undefined) => async () => known

describe('checkSignature', () => {
  test.each([
    ['as wallets give it', (signature: Hex) => signature],
    [
      'with a v of 0 or 1',
      (signature: Hex) => `${signature.slice(0, 130)}${signature.endsWith('1b') ? '00' : '01'}`,
    ],
    ['compact', compact],
    ['compact, without 0x', (signature: Hex) => compact(signature).slice(2)],
  ])('default: the account that was asked signed, %s', async (_, spell) => {
    for (const text of messages) {
      const signature = await one.signMessage({ message: text })
      const { signed, isSmartAccount } = await checkSignature(createTestPlatform(), {
        // Not called if the result is already certain.
        signer: { ...one, hasCode: silent },
        address: one.address,
        message: text,
        answer: spell(signature),
      })
      expect(signed).toEqual({ address: one.address, message: text, signature })
      expect(await isSmartAccount()).toBe(false)
    }
  })

  test('behavior: another signed, and the account is known to have no code', async () => {
    const signature = await other.signMessage({ message })
    for (const answer of [signature, compact(signature)])
      await expect(check(answer, code(false))).rejects.toMatchObject({
        code: 'wallet/wrong-account',
      })
  })

  test.each([
    ['has code', code(true)],
    ['cannot be asked', code(undefined)],
    ['fails to be asked', async () => Promise.reject(new Error('rpc down'))],
    [
      'fails at once',
      () => {
        throw new Error('rpc down')
      },
    ],
    ['is not asked', undefined],
  ])('behavior: another signed, and the account %s: sent as it is', async (_, hasCode) => {
    const answer = await other.signMessage({ message })
    for (const signature of [answer, compact(answer), `${answer.slice(0, 130)}01` as const])
      expect((await check(signature, hasCode)).signed.signature).toBe(signature)
  })

  test('behavior: a silent node is waited for three seconds', async () => {
    const { platform, done } = start(await other.signMessage({ message }), silent)
    let isDone = false
    void done.then(() => (isDone = true))
    await platform.advance(2_999)
    expect(isDone).toBe(false)
    await platform.advance(1)
    expect(isDone).toBe(true)
    expect(await (await done).isSmartAccount()).toBe(false)
  })

  test.each([
    ['65 bytes that recover to nothing', `0x${'00'.repeat(65)}`],
    ['nothing', '0x'],
    ['a few bytes', '0x1234'],
  ])('behavior: %s are no signature of an account without code', async (_, answer) => {
    await expect(check(answer, code(false))).rejects.toMatchObject({ code: 'wallet/cannot-sign' })
    const { signed, isSmartAccount } = await check(answer, code(true))
    expect(signed.signature).toBe(answer)
    expect(await isSmartAccount()).toBe(true)
  })

  test('behavior: a few bytes are not sent where nothing is known', async () => {
    await expect(check('0x1234')).rejects.toMatchObject({ code: 'wallet/cannot-sign' })
    expect((await check('0x')).signed.signature).toBe('0x')
  })

  test.each([
    ['known to have code', code(true), '', true],
    ['known to have none', code(false), '', false],
    ['unknown', code(undefined), '', true],
    ['not deployed yet', code(false), '6492'.repeat(16), true],
  ])('behavior: a long signature, from an account that is %s', async (_, hasCode, end, isSmart) => {
    const answer = `0x${'ab'.repeat(130)}${end}`
    const { signed, isSmartAccount } = await check(answer, hasCode)
    expect(signed.signature).toBe(answer)
    expect(await isSmartAccount()).toBe(isSmart)
  })
})
