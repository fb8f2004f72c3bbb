import type { Address } from 'viem'

/** A presentation of the refresh token that was written down before it was sent. */
export interface RefreshAttempt {
  id: string
  /** When it was written, epoch milliseconds. */
  at: number
  /** Made under the Web Lock: who holds the lock later knows that its maker is gone. */
  locked: boolean
  /** How long its request may take, milliseconds: so long other tabs wait for it. */
  boundMs?: number | undefined
}

/** What rests in storage of one session, beside its tokens. Every write is a compare-and-set on (`sid`, `gen`, `attempt`). */
export interface SessionRecord {
  v: 1
  provider: string
  account: string
  /** The API that issued the tokens: they are sent to no other. */
  api?: string | undefined
  address?: Address | undefined
  /** Random per sign-in. */
  sid: string
  /** Grows with each new pair of tokens, and survives sign-out. */
  gen: number
  status: 'signedIn' | 'signedOut'
  startedAt: number
  /** When the request that brought these tokens left. */
  requestedAt: number
  lifetimeMs: number
  refreshExpiresAt?: number | undefined
  /** Whom the provider says the tokens are for. */
  subject?: string | undefined
  /** Which tab fetched them. */
  by?: string | undefined
  attempt?: RefreshAttempt | undefined
  /** Presentations of this generation that brought nothing. */
  failures: number
  /** Pauses that the provider asked for, one after the other. */
  throttled?: number | undefined
  /** Refusals of this generation. */
  refusals: number
  /** An answer for this generation may have been lost. */
  lost: boolean
  /** Nothing is sent before then. */
  retryAt?: number | undefined
  /** When the last presentation failed, where nothing but the kit's own back-off says how long to wait. */
  failedAt?: number | undefined
  /** Why it ended, where the provider ended it. */
  reason?: 'refresh-refused' | 'refresh-answer-lost' | undefined
}

/** Written at sign-out, in a row of its own, which a refresh always checks and never writes. */
export interface Tombstone {
  v: 1
  sid: string
  gen: number
  at: number
}
