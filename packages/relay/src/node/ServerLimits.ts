/** How patient a listening relay is with who connects to it. Durations are milliseconds. */
export interface ServerLimits {
  /** For the headers of a request to arrive. Default: 10 s. */
  headersTimeoutMs: number
  /** For a whole request to arrive. Default: 20 s. */
  requestTimeoutMs: number
  /** How often these two are looked at. Default: 5 s. */
  checkEveryMs: number
  /** How long a connection may rest between requests: longer than a proxy keeps it, or requests get lost. Default: 65 s. */
  keepAliveMs: number
  /** How long nothing may move on a connection, such as where nobody reads the answer. Default: 30 s. */
  stallTimeoutMs: number
  /** For all headers together; a provider's cookies may have 12 kB. Default: 32 kB. */
  maxHeaderBytes: number
  /** Further connections are closed at once. Default: 10,000. */
  maxConnections: number
  /**
   * How long `close` serves everything but `healthz`, which answers 503, before it takes no more connections: longer than
   * balancers need to notice. Default: 5 s.
   */
  drainMs: number
  /** How long `close` serves connections that are open, and then lets answers be read. Default: 1 s. */
  lingerMs: number
}

export const defaultServerLimits: ServerLimits = {
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 20_000,
  checkEveryMs: 5_000,
  keepAliveMs: 65_000,
  stallTimeoutMs: 30_000,
  maxHeaderBytes: 32_768,
  maxConnections: 10_000,
  drainMs: 5_000,
  lingerMs: 1_000,
}
