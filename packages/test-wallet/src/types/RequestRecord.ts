/** One line of the log: the request, never what was signed nor the signature. */
export type RequestRecord = {
  readonly id: number
  readonly method: string
  /** Epoch milliseconds. */
  readonly receivedAt: number
  /** Whether the wallet had to ask the user. */
  readonly isPrompt: boolean
  readonly outcome: 'open' | 'answered' | 'failed'
  /** The EIP-1193 code it failed with, if it had one. */
  readonly errorCode?: number
}
