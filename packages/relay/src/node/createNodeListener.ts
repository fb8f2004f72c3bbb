import { type IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { directAnswers } from '../http/directAnswers.ts'
import type { Relay } from '../types/Relay.ts'
import { readClientAddress } from './readClientAddress.ts'
import { readWholeRequest } from './readWholeRequest.ts'
import { writeAnswer } from './writeAnswer.ts'

/**
 * The relay as a listener of a Node server. The client's address is that of the connection. Behind your own proxy,
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
  const answer = directAnswers.get(relay.fetch)
  const listen = getRequestListener(
    (request, { incoming }) => {
      // An address with a user in it is an error (RFC 9110 §4.2.4), and no `Request` can be made of it.
      if (/^https?:\/\/[^/?#]*@/.test(request.url)) return new Response(null, { status: 400 })
      return relay.fetch(request, { clientAddress: readClientAddress(incoming) })
    },
    // Left alone, since other code in the process has these globals too.
    { overrideGlobalObjects: false },
  )
  return (incoming, outgoing) => {
    restoreRequest(incoming)
    // Balancers probe by HTTP/1.0 without `Host`, and then there is no URL. No other request is served without it.
    if (isProbe(incoming) && !incoming.headers.host) incoming.headers.host = 'localhost'
    if (!answer || !(outgoing instanceof ServerResponse)) return listen(incoming, outgoing)
    // Later the connection may have been reset, and has none.
    const context = { clientAddress: readClientAddress(incoming) }
    return arrival()
      .then(async () => {
        const request = readWholeRequest(incoming)
        if (!request) return listen(incoming, outgoing)
        return writeAnswer(outgoing, await answer(request, context))
      })
      .catch(() => outgoing.destroy())
  }
}

/** Node reads the headers of a request and the body that came along with them in one turn of its event loop. */
function arrival(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function isProbe({ method = '', url = '' }: IncomingMessage): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method) && /^[^?]*\/healthz\/?(\?|$)/.test(url)
}

/** What Express and its body parsers have removed from a request. */
interface ParsedMessage extends IncomingMessage {
  originalUrl?: unknown
  body?: unknown
  rawBody?: unknown
}

/** Restores what a framework removed from a request: the mount path, and the body that a parser has read. */
function restoreRequest(incoming: ParsedMessage): void {
  const { originalUrl, body, rawBody, rawHeaders } = incoming
  if (typeof originalUrl === 'string') incoming.url = originalUrl
  if (body === undefined || !incoming.readableEnded) return
  // A parser also decompresses what it reads.
  incoming.rawHeaders = rawHeaders.filter(
    (_, index) => rawHeaders[index - (index % 2)]?.toLowerCase() !== 'content-encoding',
  )
  if (Buffer.isBuffer(rawBody)) return
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  incoming.rawBody = Buffer.from(text)
}
