import { type Address, getAddress, isAddress } from 'viem'

/** A wallet's account with its checksum: wallets write it in any case, and answer with anything. */
export function accountOf(account: unknown): Address | undefined {
  const isOne = typeof account === 'string' && isAddress(account, { strict: false })
  return isOne ? getAddress(account) : undefined
}
