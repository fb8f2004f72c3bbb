import type { Address } from 'viem'

/** An attempt to send the refresh token, stored before the request is sent. */
export interface RefreshAttempt {
  id: string
  /** When it was stored, epoch milliseconds. */
  at: number
  /** Made under the Web Lock: a later holder of the lock knows that the tab which made the attempt is gone. */
  locked: boolean
  /** How long its request may take, in milliseconds. Other tabs wait that long for it. */
  boundMs?: number | undefined
}

/** The stored state of one session, beside its tokens. Every write is a compare-and-set on (`sid`, `gen`, `attempt`). */
export interface SessionRecord {
  v: 1
  provider: string
  account: string
  /** The API that issued the tokens. They are sent to no other. */
  api?: string | undefined
  address?: Address | undefined
  /** Random per sign-in. */
  sid: string
  /** Grows with each new pair of tokens, and across sign-outs. */
  gen: number
  status: 'signedIn' | 'signedOut'
  startedAt: number
  /** When the request for these tokens was sent. */
  requestedAt: number
  lifetimeMs: number
  refreshExpiresAt?: number | undefined
  /** The subject of the tokens, as the provider states it. */
  subject?: string | undefined
  /** The tab that fetched them. */
  by?: string | undefined
  attempt?: RefreshAttempt | undefined
  /** Failed attempts of this generation. */
  failures: number
  /** Consecutive rate-limit pauses that the provider asked for. */
  throttled?: number | undefined
  /** Refusals of this generation. */
  refusals: number
  /** An answer for this generation may have been lost. */
  lost: boolean
  /** No request is sent before this instant. */
  retryAt?: number | undefined
  /** When `retryAt` was set. A clock that is set back afterwards makes no wait longer. */
  triedAt?: number | undefined
  /** When the last attempt failed, if only the kit's own back-off decides how long to wait. */
  failedAt?: number | undefined
  /** Why the provider ended the session, if it did. */
  reason?: 'refresh-refused' | 'refresh-answer-lost' | undefined
}

/** Written at sign-out, in its own row, which a refresh always checks and never writes. */
export interface Tombstone {
  v: 1
  sid: string
  gen: number
  at: number
  /** The server that holds the session did not hear of it. */
  unheard?: boolean | undefined
}
