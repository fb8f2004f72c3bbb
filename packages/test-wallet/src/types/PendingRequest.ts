import type { Address } from 'viem'

type PendingRequestBase = {
  /** Counts up from 1, the same number as in the log. */
  id: number
  method: string
  /** Checksummed. */
  account: Address
  /** The page's origin; empty outside a browser. */
  origin: string
  /** When it arrived, epoch milliseconds. */
  receivedAt: number
  /** It waits for `controls.approve`, and no window opens for it (`controls.next('hold')`). */
  isHeld: boolean
}

/** A request that waits for the user (or a test) to approve or reject it. */
export type PendingRequest =
  | (PendingRequestBase & { kind: 'connect' })
  | (PendingRequestBase & {
      kind: 'sign'
      /** The text as it will be signed: UTF-8, or hex if the bytes are no text, or typed data as indented JSON. */
      message: string
    })
