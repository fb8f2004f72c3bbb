import type { Address } from 'viem'
import type { WalletContext } from '../WalletContext.ts'
import { lowerCase } from './lowerCase.ts'

/** Addresses as in `eth_accounts` and `accountsChanged`; some wallets checksum them there, some do not. */
export function formatAccounts(context: WalletContext, addresses: Address[]): Address[] {
  return context.accountsCase === 'checksum' ? addresses : addresses.map(lowerCase)
}
