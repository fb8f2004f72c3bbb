import { WalletRpcError } from './WalletRpcError.ts'

/** The wallet's errors by cause. Codes: EIP-1193, EIP-1474, ERC-3326. */
export const rpcErrors = {
  rejected: () => new WalletRpcError({ code: 4001, message: 'User rejected the request.' }),
  /** Some providers lose the code and keep only the text. */
  rejectedWithoutCode: () => new Error('User rejected the request.'),
  unauthorized: () =>
    new WalletRpcError({
      code: 4100,
      message: 'The requested account and/or method has not been authorized by the user.',
    }),
  unsupported: (method: string) =>
    new WalletRpcError({ code: 4200, message: `The wallet does not support "${method}".` }),
  disconnected: () =>
    new WalletRpcError({ code: 4900, message: 'The provider is disconnected from all chains.' }),
  unknownChain: (chainId: number) =>
    new WalletRpcError({
      code: 4902,
      message: `Unrecognized chain ID "0x${chainId.toString(16)}". Add it with wallet_addEthereumChain first.`,
    }),
  alreadyPending: (method: string) =>
    new WalletRpcError({
      code: -32002,
      message: `A request of type "${method}" is already pending. Please wait.`,
    }),
  invalidParams: (reason: string) =>
    new WalletRpcError({ code: -32602, message: `Invalid parameters: ${reason}` }),
  internal: (cause: unknown) =>
    new WalletRpcError({ code: -32603, message: 'The wallet failed inside.', cause }),
}
