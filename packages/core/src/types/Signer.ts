import type { Address, Hex } from 'viem'

/**
 * What signs: an address and `signMessage`. viem's local accounts are one as they are.
 *
 * `signMessage` is called in the same task as {@link signIn}, since a wallet's window may only open from a user's tap.
 */
export interface Signer {
  readonly address: Address
  signMessage: (parameters: { message: string }) => Promise<Hex>
  /** Whether the address is a contract; `undefined` where that cannot be learnt. */
  hasCode?: (() => Promise<boolean | undefined>) | undefined
}
