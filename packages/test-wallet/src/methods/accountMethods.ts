import { formatAccounts } from '../state/formatAccounts.ts'
import { lowerCase } from '../state/lowerCase.ts'
import { visibleAccounts } from '../state/visibleAccounts.ts'
import type { WalletMethod } from '../types/WalletMethod.ts'
import { connect } from './connect.ts'

export const accountMethods = {
  async eth_accounts(context) {
    return formatAccounts(context, visibleAccounts(context.state.get()))
  },
  async eth_requestAccounts(context, request) {
    if (visibleAccounts(context.state.get()).length === 0) await connect(context, request)
    // Lower case in every tested wallet, whatever `eth_accounts` does.
    return visibleAccounts(context.state.get()).map(lowerCase)
  },
} satisfies Record<string, WalletMethod>
