import type { LocalAccount } from 'viem'
import { isAddress, isAddressEqual } from 'viem'
import { rpcErrors } from '../errors/rpcErrors.ts'
import { selectedAccount } from '../state/selectedAccount.ts'
import { visibleAccounts } from '../state/visibleAccounts.ts'
import type { WalletContext } from '../WalletContext.ts'

/** The account to sign with: the requested one, if the page may see it. Throws 4100 or -32602. */
export function signerFor(context: WalletContext, address: unknown): LocalAccount {
  if (typeof address !== 'string' || !isAddress(address, { strict: false })) {
    throw rpcErrors.invalidParams('expected the address that should sign.')
  }
  const [visible] = visibleAccounts(context.state.get())
  if (visible === undefined || !isAddressEqual(visible, address)) throw rpcErrors.unauthorized()
  return selectedAccount(context)
}
