import type { Address } from 'viem'
import type { WalletState } from '../types/WalletState.ts'

/** What the page may see: the selected account, or nothing. */
export function visibleAccounts(state: WalletState): Address[] {
  return state.isAuthorized && !state.isLocked ? [state.address] : []
}
