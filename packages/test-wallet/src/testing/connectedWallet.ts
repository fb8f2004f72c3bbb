import type { Address } from 'viem'
import { createTestWallet } from '../createTestWallet.ts'
import type { CreateTestWalletParameters } from '../types/CreateTestWalletParameters.ts'

export const firstAddress: Address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
export const secondAddress: Address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'

/** A wallet whose first account is visible to the page, with shortcuts to call it. For this package's tests. */
export function connectedWallet(parameters: CreateTestWalletParameters = {}) {
  const wallet = createTestWallet({ isAuthorized: true, ...parameters })
  const request = (method: string, params?: unknown) =>
    wallet.provider.request({ method, params } as never) as Promise<unknown>
  const sign = (message: string, address: string = firstAddress) =>
    request('personal_sign', [message, address]) as Promise<`0x${string}`>
  return { ...wallet, request, sign }
}
