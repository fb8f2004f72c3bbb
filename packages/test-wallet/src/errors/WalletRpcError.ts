/**
 * A wallet's error: a text and a code (EIP-1193, EIP-1474, ERC-3326).
 *
 * @example
 * new WalletRpcError({ code: 4001, message: 'User rejected the request.' })
 */
export class WalletRpcError extends Error {
  override readonly name = 'WalletRpcError'
  readonly code: number
  /** The same text: viem's type of the `disconnect` event requires it. */
  readonly details: string

  constructor(parameters: { code: number; message: string; cause?: unknown }) {
    super(parameters.message, 'cause' in parameters ? { cause: parameters.cause } : undefined)
    this.code = parameters.code
    this.details = parameters.message
  }
}
