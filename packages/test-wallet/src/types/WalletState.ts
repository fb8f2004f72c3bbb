import type { Address } from 'viem'

/** The wallet's current state; a new object for each change. */
export type WalletState = {
  /** The selected account, checksummed. */
  readonly address: Address
  /** Every account of the wallet, checksummed. */
  readonly addresses: readonly Address[]
  readonly chainId: number
  /** The page may see the account. */
  readonly isAuthorized: boolean
  readonly isLocked: boolean
  /** False after `controls.disconnect()`: every request then fails with 4900. */
  readonly isConnected: boolean
}
