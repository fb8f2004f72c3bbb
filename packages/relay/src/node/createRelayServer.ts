import { createServer, type RequestListener, type Server } from 'node:http'
import type { ServerLimits } from './ServerLimits.ts'

/** Node's server with these limits. It parses strictly, regardless of the process' flags. */
export function createRelayServer(listener: RequestListener, limits: ServerLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveMs,
      // Node's default of 30 s lets slow senders stay far longer.
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: limits.maxHeaderBytes,
      // A lenient parser behind a strict proxy may disagree with it about where a request ends.
      insecureHTTPParser: false,
    },
    listener,
  )
  server.timeout = limits.stallTimeoutMs
  server.maxConnections = limits.maxConnections
  return server
}
