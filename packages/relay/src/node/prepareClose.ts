import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'

export interface CloseSteps {
  /** Begins to say that the process goes down. */
  drain: () => void
  /** Lets what is under way finish. */
  finish: () => Promise<void>
}

/**
 * Prepares a server for an end that no client notices and that comes in time: it is announced, then no connection is taken any
 * more, and the open ones are retired with their next answer. A balancer that finds nobody listening asks another replica; one
 * whose connection is closed under a request that it has sent does not.
 *
 * Node alone waits for connections that rest, and, since its checks stop with `close`, for ever for one whose request never
 * arrives.
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
    // Right after a look at the sockets: connections that wait to be accepted are reset.
    await new Promise(setImmediate)
    // The listening socket alone: Node's own `close` also closes connections that rest, perhaps under a request.
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

/** The connection goes with this answer, rather than rest until its time is over. */
function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => {
    if (ms > 0) setTimeout(resolve, ms).unref()
    else resolve()
  })
}
