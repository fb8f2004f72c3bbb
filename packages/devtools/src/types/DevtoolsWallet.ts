/** A request to a wallet: never what was signed, nor the signature. */
export interface WalletRequest {
  readonly id: number
  readonly method: string
  /** Epoch milliseconds. */
  readonly receivedAt: number
  readonly isPrompt: boolean
  readonly outcome: 'open' | 'answered' | 'failed'
  /** The EIP-1193 code it failed with, if it had one. */
  readonly errorCode?: number | undefined
}

/** What the panel uses of a wallet of `@takokit/test-wallet`. */
export interface DevtoolsWallet {
  readonly controls: {
    readonly log: readonly WalletRequest[]
    readonly pending: readonly { readonly id: number }[]
    subscribe: (listener: () => void) => () => void
    onRequest: (listener: () => void) => () => void
    approve: (id?: number) => void
    reject: (id?: number) => void
    next: (behavior: 'reject' | 'hang') => void
  }
}
