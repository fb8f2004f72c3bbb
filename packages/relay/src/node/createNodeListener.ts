import { type IncomingMessage, type RequestListener, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { directAnswers } from '../http/directAnswers.ts'
import type { Relay } from '../types/Relay.ts'
import { readClientAddress } from './readClientAddress.ts'
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
    async (request, { incoming, outgoing }) => {
      // An address with a user in it is an error (RFC 9110 §4.2.4), and no `Request` can be made of it.
      if (/^https?:\/\/[^/?#]*@/.test(request.url)) return new Response(null, { status: 400 })
      const context = { clientAddress: readClientAddress(incoming) }
      if (!answer || !(outgoing instanceof ServerResponse)) return relay.fetch(request, context)
      writeAnswer(outgoing, await answer(request, context))
      return RESPONSE_ALREADY_SENT
    },
    // Left alone, since other code in the process has these globals too.
    { overrideGlobalObjects: false },
  )
  return (incoming, outgoing) => {
    restoreRequest(incoming)
    // Balancers probe by HTTP/1.0 without `Host`, and then there is no URL. No other request is served without it.
    if (!incoming.headers.host && isProbe(incoming)) incoming.headers.host = 'localhost'
    return listen(incoming, outgoing)
  }
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
  const { originalUrl, body, rawBody } = incoming
  if (typeof originalUrl === 'string') incoming.url = originalUrl
  if (body === undefined || !incoming.readableEnded || Buffer.isBuffer(rawBody)) return
  const text = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)
  incoming.rawBody = Buffer.from(text)
}
