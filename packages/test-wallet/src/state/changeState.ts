import type { WalletContext } from '../WalletContext.ts'
import type { WalletState } from '../types/WalletState.ts'
import { formatAccounts } from './formatAccounts.ts'
import { visibleAccounts } from './visibleAccounts.ts'

/** Changes the wallet, and emits `accountsChanged` if and only if the visible accounts have changed (EIP-1193). */
export function changeState(
  context: WalletContext,
  change: Partial<WalletState>,
  options: { isQuiet?: boolean } = {},
): void {
  const before = visibleAccounts(context.state.get())
  const next = { ...context.state.get(), ...change }
  const after = visibleAccounts(next)
  context.state.set(next)
  if (before[0] !== after[0] && !options.isQuiet) {
    context.events.emit('accountsChanged', formatAccounts(context, after))
  }
}
