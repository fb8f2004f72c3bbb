import type { Address, Hex } from 'viem'

/**
 * An address and `signMessage`. viem's local accounts are signers.
 *
 * `signMessage` is called in the same task as {@link signIn}, because a wallet's window may only open from a user's tap.
 */
export interface Signer {
  readonly address: Address
  /** The wallet's chain. */
  readonly chainId?: number | undefined
  /** Its prompt opens a window, for which a browser needs a user's tap. Then it is asked once in one sign-in, and at once or not at all. */
  readonly needsTap?: boolean | undefined
  signMessage: (parameters: { message: string }) => Promise<Hex>
  /** Whether the address is a contract; `undefined` if that cannot be determined. */
  hasCode?: (() => Promise<boolean | undefined>) | undefined
}
