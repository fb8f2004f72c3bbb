/** How long a listening relay waits for clients. Durations are milliseconds. */
export interface ServerLimits {
  /** Time for the headers of a request to arrive. Default: 10 s. */
  headersTimeoutMs: number
  /** Time for a whole request to arrive. Default: 20 s. */
  requestTimeoutMs: number
  /** How often these two are checked. Default: 5 s. */
  checkEveryMs: number
  /** How long a connection may be idle between requests. Must exceed the proxy's value, or requests get lost. Default: 65 s. */
  keepAliveMs: number
  /** How long a connection may move no data, such as when the client does not read the response. Default: 30 s. */
  stallTimeoutMs: number
  /** For all headers together; a provider's cookies may take 12 kB. Default: 32 kB. */
  maxHeaderBytes: number
  /** Further connections are closed at once. Default: 10,000. */
  maxConnections: number
  /**
   * How long `close` serves everything but `healthz`, which responds 503, before it stops accepting connections. Must exceed the
   * time that balancers need to notice. Default: 5 s.
   */
  drainMs: number
  /** How long `close` serves open connections, and then lets responses be read. Default: 1 s. */
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
