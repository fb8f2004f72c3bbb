/** What a server knows about a request beyond the request itself. Workers' and Hono's execution context fits as it is. */
export interface RelayContext {
  /** The remote address of the connection, for the rate limits. */
  readonly clientAddress?: string | undefined
  /** Keeps a task alive after the response was sent, on platforms that have it. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined
}
