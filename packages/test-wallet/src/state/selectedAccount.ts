import type { LocalAccount } from 'viem'
import type { WalletContext } from '../WalletContext.ts'

/** The selected account, with its key. */
export function selectedAccount(context: WalletContext): LocalAccount {
  const { address } = context.state.get()
  const account = context.accounts.find((candidate) => candidate.address === address)
  if (account === undefined) throw new Error(`The wallet has no account ${address}.`)
  return account
}
