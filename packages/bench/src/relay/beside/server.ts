import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { tako } from '@takokit/core'
import { createRelay, memoryStore } from '@takokit/relay'
import { createNodeFetch, createNodeListener } from '@takokit/relay/node'
import { redisStore } from '@takokit/relay/redis'
import { Redis } from 'ioredis'
import { getIronSession } from 'iron-session'
import { plentyLimits } from '../plentyLimits.ts'
import { answerBody, answerHeaders } from './answer.ts'

interface RelayKind {
  isShared: boolean
  /** Whether it asks the provider by `createNodeFetch` rather than by Node's own `fetch`. */
  hasOwnFetch?: boolean
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => unknown

const [name = '', upstreamUrl = '', redisPort = ''] = process.argv.slice(2)
const secret = 'a benchmark has no secrets 0123456789'

/**
 * A relay as its recipe has it: limits counted, a log line made for each request. The line is not written, as others' is not.
 */
function relayed({ isShared, hasOwnFetch = true }: RelayKind): Listener {
  const relay = createRelay({
    providers: [tako({ baseUrl: upstreamUrl })],
    secret,
    origin: 'https://dapp.example',
    allowPrivateUpstreams: true,
    tokensIn: isShared ? 'store' : 'cookie',
    store: isShared ? redisStore(new Redis(Number(redisPort), '127.0.0.1')) : memoryStore(),
    rateLimits: plentyLimits,
    logger: (entry) => void JSON.stringify(entry),
    fetch: hasOwnFetch ? createNodeFetch() : undefined,
  })
  const listen = createNodeListener(relay)
  return async (incoming, outgoing) => {
    if (incoming.url !== '/login') return listen(incoming, outgoing)
    const response = await relay.startSession(new Request('https://dapp.example/login'), {
      provider: 'tako',
      tokens: {
        accessToken: String(incoming.headers['x-access']),
        refreshToken: String(incoming.headers['x-refresh']),
        expiresInMs: Number(incoming.headers['x-expires']),
      },
    })
    outgoing.writeHead(204, { 'set-cookie': response.headers.getSetCookie() }).end()
  }
}

/** The same request and answer by Node alone: what no server on it can do without. */
function bare(): Listener {
  return (incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString())
      const length = Buffer.byteLength(answerBody)
      outgoing.writeHead(200, { ...answerHeaders, 'content-length': length }).end(answerBody)
    })
  }
}

function withHono(): Listener {
  return getRequestListener(async (request) => {
    JSON.parse(await request.text())
    return new Response(answerBody, { headers: answerHeaders })
  })
}

/** A route that keeps the tokens in iron-session's cookie, with its defaults. It cannot renew them. */
function withIronSession(): Listener {
  const options = { password: secret, cookieName: 'session' }
  return async (incoming, outgoing) => {
    const session = await getIronSession<Record<string, string>>(incoming, outgoing, options)
    if (incoming.url === '/login') {
      session.accessToken = String(incoming.headers['x-access'])
      session.refreshToken = String(incoming.headers['x-refresh'])
      await session.save()
      outgoing.writeHead(204).end()
      return
    }
    let text = ''
    for await (const chunk of incoming) text += String(chunk)
    JSON.parse(text)
    const body = JSON.stringify({
      ...(JSON.parse(answerBody) as object),
      accessToken: session.accessToken,
    })
    const length = Buffer.byteLength(body)
    const status = session.accessToken ? 200 : 401
    outgoing.writeHead(status, { ...answerHeaders, 'content-length': length }).end(body)
  }
}

const listeners: Record<string, () => Listener> = {
  bare,
  hono: withHono,
  iron: withIronSession,
  cookie: () => relayed({ isShared: false }),
  redis: () => relayed({ isShared: true }),
  cookieFetch: () => relayed({ isShared: false, hasOwnFetch: false }),
  redisFetch: () => relayed({ isShared: true, hasOwnFetch: false }),
}

const listener = listeners[name]
if (!listener) throw new Error(`No server "${name}".`)
const server = createServer(listener()).listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port)
})
// Connections are idle while another server is measured.
server.keepAliveTimeout = 0
process.on('disconnect', () => process.exit(0))
