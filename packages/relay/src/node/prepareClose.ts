import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'

export interface CloseSteps {
  /** Announces the shutdown. */
  drain: () => void
  /** Lets in-flight requests finish. */
  finish: () => Promise<void>
}

/**
 * Prepares a server for a shutdown that is in time and that no client notices. It is announced; then no connection is accepted,
 * and open ones close with their next response. If nothing listens, a balancer tries another replica; if a connection closes
 * under a request already sent, it does not.
 *
 * Node alone waits for idle connections. Since its checks stop with `close`, it also waits for ever for a connection whose
 * request never arrives.
 */
export function prepareClose(
  server: Server,
  { drainMs, lingerMs }: { drainMs: number; lingerMs: number },
) {
  const open = new Map<ServerResponse, Promise<void>>()
  let closing: Promise<void> | undefined
  let isRetiring = false
  server.prependListener('request', (_, response: ServerResponse) => {
    const closed = new Promise<void>((resolve) => {
      response.once('close', () => {
        open.delete(response)
        resolve()
      })
    })
    open.set(response, closed)
    if (isRetiring) endAfter(response)
  })

  async function close({ drain, finish }: CloseSteps): Promise<void> {
    const closed = once(server, 'close')
    drain()
    await delay(drainMs)
    // Lets the event loop poll the sockets first: connections not accepted by now would be reset.
    await new Promise(setImmediate)
    // Closes only the listening socket: Node's own `close` also closes idle connections, perhaps under a request.
    NetServer.prototype.close.call(server)
    isRetiring = true
    for (const response of open.keys()) endAfter(response)
    await delay(Math.min(drainMs, lingerMs))
    server.closeIdleConnections()
    await finish()
    await Promise.race([delay(lingerMs), Promise.all(open.values())])
    server.close()
    server.closeAllConnections()
    await closed
  }

  return (steps: CloseSteps): Promise<void> => (closing ??= close(steps))
}

/** Closes the connection with this response, rather than leave it idle until its time-out. */
function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms > 0) setTimeout(resolve, ms).unref()
    else resolve()
  })
}
