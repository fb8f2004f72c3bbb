import type { Address } from 'viem'
import { isAddressEqual } from 'viem'
import type { WalletContext } from '../WalletContext.ts'

/** An account of the wallet by its index or its address; throws if there is none. */
export function findAddress(context: WalletContext, account: number | Address): Address {
  const { addresses } = context.state.get()
  const address =
    typeof account === 'number'
      ? addresses[account]
      : addresses.find((candidate) => isAddressEqual(candidate, account))
  if (address === undefined) {
    throw new RangeError(`The wallet has no account ${account}. It has ${addresses.join(', ')}.`)
  }
  return address
}
