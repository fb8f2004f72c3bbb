/** One row as it lies in a store. */
export interface StoredRow {
  value: string
  /** Names this writing of the row: what a compare-and-set compares. */
  rev: string
  /** How long ago it was written, by the store's own clock, so that replicas need not agree on the time. Milliseconds. */
  ageMs: number
}

/** How often something may happen. */
export interface RateLimit {
  requests: number
  perMs: number
  /** How many of them may come at once. Default: all. */
  burst?: number | undefined
}

/**
 * What relay processes share: rows that are written by compare-and-set, and counters. Made by {@link memoryStore} for one
 * process and by `redisStore` for many.
 *
 * Whatever a function throws is answered with 503, and nothing is sent upstream.
 */
export interface RelayStore {
  read: (key: string) => Promise<StoredRow | undefined>
  /** Writes where the row is still the one that was read (`expected`; `undefined` for none); says whether it was. */
  write: (
    key: string,
    row: { expected: string | undefined; rev: string; value: string; ttlMs: number },
  ) => Promise<boolean>
  /** Counts one use; the answer is how long to wait before it may be used again, 0 where it may be now. */
  take: (key: string, limit: RateLimit) => Promise<number>
  /** Resolves when the row is no longer the one that was read, or when the signal aborts; early where it cannot know. */
  changed: (key: string, rev: string | undefined, signal: AbortSignal) => Promise<void>
  /**
   * The store's own clock, epoch milliseconds, where all replicas share it: a replica whose clock is wrong then neither hands
   * out tokens that are over nor ends sessions that are not. `undefined` until the store has been read once.
   */
  now?: (() => number | undefined) | undefined
  /** Rejects where the store cannot be reached, or cannot be written to. */
  ping: () => Promise<void>
  close?: (() => Promise<void>) | undefined
}
