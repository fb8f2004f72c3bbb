/** One row of a store. */
export interface StoredRow {
  value: string
  /** Names this write of the row, for a compare-and-set. */
  rev: string
  /** Milliseconds since its write, by the store's own clock, so that replicas need not agree on the time. */
  ageMs: number
}

/** A rate limit: `requests` uses per `perMs`. Whole numbers from 1 on, at most 100 uses per millisecond. */
export interface RateLimit {
  requests: number
  perMs: number
  /** How many uses may come at once, at most `requests`. Default: all. */
  burst?: number | undefined
}

/**
 * The state that relay processes share: rows written by compare-and-set, and counters. {@link memoryStore} serves one process,
 * `redisStore` many.
 *
 * If a function throws, the relay responds 503 and sends nothing upstream.
 */
export interface RelayStore {
  read: (key: string) => Promise<StoredRow | undefined>
  /** Writes if the row is still the one that was read (`expected`; `undefined` for none). Returns whether it was. */
  write: (
    key: string,
    row: { expected: string | undefined; rev: string; value: string; ttlMs: number },
  ) => Promise<boolean>
  /** Counts one use. Returns how long to wait before the next may be counted, 0 if this one was. */
  take: (key: string, limit: RateLimit) => Promise<number>
  /** Resolves when the row is no longer the one that was read, or when the signal aborts; early if it cannot know. */
  changed: (key: string, rev: string | undefined, signal: AbortSignal) => Promise<void>
  /**
   * The store's own clock in epoch milliseconds, if all replicas share it: a replica whose clock is wrong then neither
   * returns expired tokens nor ends valid sessions. `undefined` until the store has been read once.
   */
  now?: (() => number | undefined) | undefined
  /** Rejects if the store cannot be reached or written to. */
  ping: () => Promise<void>
  close?: (() => Promise<void>) | undefined
}
