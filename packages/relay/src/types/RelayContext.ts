/** What a server knows about a request beside the request. Workers' and Hono's execution context fits as it is. */
export interface RelayContext {
  /** The address at the other end of the connection, for the rate limits. */
  readonly clientAddress?: string | undefined
  /** Keeps work alive after the answer has gone out, where the platform has it. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined
}
