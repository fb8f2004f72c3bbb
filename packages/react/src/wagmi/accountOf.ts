import { type Address, getAddress, isAddress } from 'viem'

/** A wallet's account with its checksum: wallets use any case, and may return anything. */
export function accountOf(account: unknown): Address | undefined {
  const isOne = typeof account === 'string' && isAddress(account, { strict: false })
  return isOne ? getAddress(account) : undefined
}
