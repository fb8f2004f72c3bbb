import { UserRejectedRequestError } from 'viem'
import { describe, expect, test } from 'vitest'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { toWalletError } from './toWalletError.ts'

const coded = (code: unknown, message = 'x') => Object.assign(new Error(message), { code })

describe('toWalletError', () => {
  test.each([
    ['4001', coded(4001), 'wallet/rejected'],
    ['5000, over WalletConnect', coded(5000), 'wallet/rejected'],
    ['ethers’ name for it', coded('ACTION_REJECTED'), 'wallet/rejected'],
    ['viem’s error', new UserRejectedRequestError(coded(4001)), 'wallet/rejected'],
    ['a code below another error', new Error('outer', { cause: coded(4001) }), 'wallet/rejected'],
    ['a lost code', new Error('User rejected the request.'), 'wallet/rejected'],
    [
      'a lost code, other words',
      'MetaMask Message Signature: User denied message signature.',
      'wallet/rejected',
    ],
    ['4100', coded(4100), 'wallet/not-authorized'],
    ['-32002', coded(-32002, 'already pending'), 'wallet/request-pending'],
    ['4200', coded(4200), 'wallet/cannot-sign'],
    ['-32601', coded(-32601), 'wallet/cannot-sign'],
    ['4900', coded(4900), 'wallet/not-connected'],
    ['no error at all', undefined, 'wallet/failed'],
    ['a plain object', { message: 'boom' }, 'wallet/failed'],
  ])('default: %s', (_, cause, code) => {
    const error = toWalletError(cause)
    expect(error).toBeInstanceOf(TakoKitError)
    expect(error).toMatchObject({ code, cause })
    expect(error.message).not.toBe('')
  })

  test('behavior: one of ours stays as it is', () => {
    const error = new TakoKitError('sign-in/cancelled', 'x')
    expect(toWalletError(error)).toBe(error)
  })

  test('behavior: a cause that goes in circles ends', () => {
    const cause: Error & { cause?: unknown } = new Error('round')
    cause.cause = cause
    expect(toWalletError(cause).code).toBe('wallet/failed')
  })
})
