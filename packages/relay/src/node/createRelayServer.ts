import { createServer, type RequestListener, type Server } from 'node:http'
import type { ServerLimits } from './ServerLimits.ts'

/** Node's server, held to the limits, and read strictly whatever the process was started with. */
export function createRelayServer(listener: RequestListener, limits: ServerLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveMs,
      // Half a minute by default: so much longer would who sends drop by drop be borne with.
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: limits.maxHeaderBytes,
      // A lenient parser and a strict proxy before it disagree about where a request ends.
      insecureHTTPParser: false,
    },
    listener,
  )
  server.timeout = limits.stallTimeoutMs
  server.maxConnections = limits.maxConnections
  return server
}
