import { hexToNumber, isHex, numberToHex } from 'viem'
import { rpcErrors } from '../errors/rpcErrors.ts'
import { switchChain } from '../state/switchChain.ts'
import type { WalletMethod } from '../types/WalletMethod.ts'

/** Reads and changes the chain (EIP-1474, ERC-3326, ERC-3085), without a prompt. */
export const chainMethods = {
  async eth_chainId(context) {
    return numberToHex(context.state.get().chainId)
  },
  async net_version(context) {
    return String(context.state.get().chainId)
  },
  async wallet_switchEthereumChain(context, request) {
    const chainId = readChainId(request.params)
    if (!context.chains.has(chainId)) throw rpcErrors.unknownChain(chainId)
    switchChain(context, chainId)
    return null
  },
  async wallet_addEthereumChain(context, request) {
    switchChain(context, readChainId(request.params))
    return null
  },
} satisfies Record<string, WalletMethod>

function readChainId(params: unknown): number {
  const [first] = Array.isArray(params) ? params : []
  const chainId: unknown = first?.chainId
  if (!isHex(chainId) || chainId === '0x') {
    throw rpcErrors.invalidParams(
      'expected [{ chainId }] with a hexadecimal chainId such as "0x1".',
    )
  }
  return hexToNumber(chainId)
}
