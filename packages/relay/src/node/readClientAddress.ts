import type { IncomingMessage } from 'node:http'

/**
 * The remote address of a Node request's connection, for `clientAddress` of the context.
 *
 * A connection that its client has reset no longer has an address, while the request on it is still read. All of these count as
 * one address: otherwise a reset would bypass the limits. `undefined` if there are no addresses at all, as on a Unix socket.
 *
 * @example
 * ```ts
 * import type { IncomingMessage } from 'node:http'
 * import type { Relay } from '@takokit/relay'
 * import { readClientAddress } from '@takokit/relay/node'
 *
 * declare const relay: Relay
 *
 * export function answer(request: Request, incoming: IncomingMessage) {
 *   return relay.fetch(request, { clientAddress: readClientAddress(incoming) })
 * }
 * ```
 */
export function readClientAddress({ socket }: Pick<IncomingMessage, 'socket'>): string | undefined {
  const { remoteAddress, localAddress } = socket
  return remoteAddress ?? (localAddress === undefined ? undefined : 'unknown')
}
