import type { Address, Hex } from 'viem'

/**
 * An address and `signMessage`. viem's local accounts are signers.
 *
 * `signMessage` is called in the same task as {@link signIn}, because a wallet's window may only open from a user's tap.
 */
export interface Signer {
  readonly address: Address
  signMessage: (parameters: { message: string }) => Promise<Hex>
  /** Whether the address is a contract; `undefined` if that cannot be determined. */
  hasCode?: (() => Promise<boolean | undefined>) | undefined
}
