import { askApproval } from '../requests/askApproval.ts'
import { changeState } from '../state/changeState.ts'
import { selectedAccount } from '../state/selectedAccount.ts'
import type { IncomingRequest } from '../types/IncomingRequest.ts'
import type { WalletContext } from '../WalletContext.ts'

/** Asks the user to show the selected account to the page; approving also unlocks the wallet. */
export async function connect(context: WalletContext, request: IncomingRequest): Promise<void> {
  const { id, method, receivedAt } = request
  const account = selectedAccount(context).address
  await askApproval(context, { kind: 'connect', id, method, account, receivedAt })
  changeState(context, { isAuthorized: true, isLocked: false })
}
