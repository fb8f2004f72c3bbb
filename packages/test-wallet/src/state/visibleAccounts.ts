import type { Address } from 'viem'
import type { WalletState } from '../types/WalletState.ts'

/** The accounts that the page may see: the selected one, or none. */
export function visibleAccounts(state: WalletState): Address[] {
  return state.isAuthorized && !state.isLocked ? [state.address] : []
}
