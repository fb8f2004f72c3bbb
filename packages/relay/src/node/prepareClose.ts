import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'

/**
 * Prepares a server for an end that comes in time. Node alone waits for connections that rest, and, since its checks stop
 * with `close`, for ever for one whose request never arrives.
 */
export function prepareClose(server: Server, { lingerMs }: { lingerMs: number }) {
  const open = new Map<ServerResponse, Promise<void>>()
  let closing: Promise<void> | undefined
  server.prependListener('request', (_, response: ServerResponse) => {
    const closed = new Promise<void>((resolve) => {
      response.once('close', () => {
        open.delete(response)
        resolve()
      })
    })
    open.set(response, closed)
    if (closing) endAfter(response)
  })

  async function close(finish: () => Promise<void>): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    for (const response of open.keys()) endAfter(response)
    await finish()
    let stop = () => {}
    const late = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, lingerMs)
      stop = () => clearTimeout(timer)
    })
    await Promise.race([late, Promise.all(open.values())])
    stop()
    server.closeAllConnections()
    await closed
  }

  /** Takes no more connections, lets `finish` run and its answers be read, then closes what is left. */
  return (finish: () => Promise<void>): Promise<void> => (closing ??= close(finish))
}

/** The connection goes with this answer, rather than rest until its time is over. */
function endAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close')
}
