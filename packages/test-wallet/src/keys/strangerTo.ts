import type { LocalAccount } from 'viem'
import { isAddressEqual } from 'viem'
import { toLocalAccount } from './toLocalAccount.ts'

/** A fixed key that differs from the given account's. */
export function strangerTo(account: LocalAccount): LocalAccount {
  const last = toLocalAccount(9)
  return isAddressEqual(last.address, account.address) ? toLocalAccount(8) : last
}
