import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Relay } from '../types/Relay.ts'
import { createNodeListener } from './createNodeListener.ts'
import { createRelayServer } from './createRelayServer.ts'
import { prepareClose } from './prepareClose.ts'
import { defaultServerLimits, type ServerLimits } from './ServerLimits.ts'

export interface ServeRelayOptions {
  /** The relay that is served, and closed with the server. */
  relay: Pick<Relay, 'fetch' | 'close'> & Partial<Pick<Relay, 'drain'>>
  /** Default: 8787; 0 for any free port. */
  port?: number | undefined
  /** Default: `127.0.0.1`, for a proxy on the same machine. */
  hostname?: string | undefined
  /** Replaces the relay's own listener, for a server that serves more than the relay. */
  listener?: RequestListener | undefined
  /** How long it waits for clients. */
  limits?: Partial<ServerLimits> | undefined
}

/** A relay that listens. */
export interface RelayServer {
  /** Its address, without a slash at the end. */
  url: string
  /**
   * Announces the shutdown in `healthz` and serves everything else for `limits.drainMs`. Then it accepts no connections, lets
   * in-flight requests finish, and stops the rest in time.
   */
  close: () => Promise<void>
}

/**
 * Serves a relay by HTTP on Node.
 *
 * @example
 * ```ts
 * import type { Relay } from '@takokit/relay'
 * import { serveRelay } from '@takokit/relay/node'
 *
 * declare const relay: Relay
 * const server = await serveRelay({ relay, port: 8787 })
 * process.once('SIGTERM', () => void server.close())
 * ```
 *
 * @throws Node's error if the port is taken.
 */
export async function serveRelay(options: ServeRelayOptions): Promise<RelayServer> {
  const { relay, port = 8787, hostname = '127.0.0.1' } = options
  const limits = { ...defaultServerLimits, ...options.limits }
  const server = createRelayServer(options.listener ?? createNodeListener(relay), limits)
  const close = prepareClose(server, limits)
  server.listen(port, hostname)
  await once(server, 'listening')
  const { address, family, port: actualPort } = server.address() as AddressInfo
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${actualPort}`,
    close: () => close({ drain: () => relay.drain?.(), finish: () => relay.close() }),
  }
}
