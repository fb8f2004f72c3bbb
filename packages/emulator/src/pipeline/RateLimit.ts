/** Counts requests per address. */
export interface RateLimit {
  /** Null if the request is allowed, else how long until the next one is. */
  admit: (address: string) => number | null
}
