import { numberToHex } from 'viem'
import type { WalletContext } from '../WalletContext.ts'

/** Selects the chain and emits `chainChanged`; `decimal` writes it as one real wallet does, contrary to EIP-1193. */
export function switchChain(
  context: WalletContext,
  chainId: number,
  format: 'hex' | 'decimal' = 'hex',
): void {
  context.chains.add(chainId)
  if (context.state.get().chainId === chainId) return
  context.state.set({ ...context.state.get(), chainId })
  context.events.emit('chainChanged', format === 'hex' ? numberToHex(chainId) : String(chainId))
}
