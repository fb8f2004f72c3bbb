import type { LocalAccount } from 'viem'
import { isAddressEqual } from 'viem'
import { toLocalAccount } from './toLocalAccount.ts'

/** A key that is certainly not the given account's, always the same one. */
export function strangerTo(account: LocalAccount): LocalAccount {
  const last = toLocalAccount(9)
  return isAddressEqual(last.address, account.address) ? toLocalAccount(8) : last
}
