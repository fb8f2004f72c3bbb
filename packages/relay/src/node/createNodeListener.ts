import type { IncomingMessage, RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Relay } from '../types/Relay.ts'
import { readClientAddress } from './readClientAddress.ts'

/**
 * The relay as a listener of a Node server. The client's address is that of the connection; behind a proxy of one's own,
 * `clientAddress` reads it from the header that the proxy sets.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http'
 * import type { Relay } from '@takokit/relay'
 * import { createNodeListener } from '@takokit/relay/node'
 *
 * declare const relay: Relay
 * createServer(createNodeListener(relay)).listen(8787)
 * ```
 */
export function createNodeListener(relay: Pick<Relay, 'fetch'>): RequestListener {
  const listen = getRequestListener(
    (request, { incoming }) => relay.fetch(request, { clientAddress: readClientAddress(incoming) }),
    // Left alone, since other code in the process has these globals too.
    { overrideGlobalObjects: false },
  )
  return (incoming, outgoing) => {
    // Balancers probe by HTTP/1.0 without one, and then there is no URL. Nothing else is answered without.
    if (!incoming.headers.host && isProbe(incoming)) incoming.headers.host = 'localhost'
    return listen(incoming, outgoing)
  }
}

function isProbe({ method = '', url = '' }: IncomingMessage): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method) && /^[^?]*\/healthz\/?(\?|$)/.test(url)
}
