import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { cloudreve, type IssuedTokens, tako, talkstack } from '@takokit/core'
import type { Emulator } from '@takokit/emulator'
import { createRelay, privateCloud } from '@takokit/relay'
import { createOwnBackend, ownPath } from './ownBackend.ts'
import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite'

const upstreamUrl = 'http://localhost'
/** Stand-ins for the credentials in a deployment's environment. */
export const credentials = { clientId: 'demo', clientSecret: 'demo-secret' }
const names = ['tako', 'talkstack', 'cloudreve', 'privateCloud'] as const

/** The application's own server: the relay below `/auth`, and a login that passes it a token pair. */
export function relay(emulator: Emulator): Plugin {
  const mount = ({ middlewares }: Pick<ViteDevServer | PreviewServer, 'middlewares'>) => {
    const handlers = new Map<string, ReturnType<typeof makeRelay>>()
    const ownBackends = new Map<string, ReturnType<typeof createOwnBackend>>()
    const middleware: Connect.NextHandleFunction = (request, response, next) => {
      const path = request.url ?? ''
      // The address that Vite found free.
      const origin = `http://${request.headers.host}`
      if (path.startsWith(ownPath)) {
        const own = ownBackends.get(origin) ?? createOwnBackend(origin)
        ownBackends.set(origin, own)
        return void answer(request, response, origin, own).catch(next)
      }
      if (!path.startsWith('/auth/') && !path.startsWith('/demo/start-session/')) return next()
      const handler = handlers.get(origin) ?? makeRelay(emulator, origin)
      handlers.set(origin, handler)
      answer(request, response, origin, (asked) => handle(asked, origin, handler)).catch(next)
    }
    middlewares.use(middleware)
  }
  return { name: 'takokit-demo-relay', configureServer: mount, configurePreviewServer: mount }

  /** A token pair as an application's own server obtains it. */
  async function issue(name: (typeof names)[number]): Promise<IssuedTokens> {
    return emulator.controls.issue(name, { subject: 'ada' })
  }

  async function handle(
    request: Request,
    origin: string,
    handler: ReturnType<typeof makeRelay>,
  ): Promise<Response> {
    const name = names.find((one) => request.url === `${origin}/demo/start-session/${one}`)
    return name
      ? await handler.startSession(request, {
          provider: name,
          tokens: await issue(name),
        })
      : await handler.fetch(request)
  }
}

function makeRelay(emulator: Emulator, origin: string) {
  return createRelay({
    origin,
    secret: randomBytes(32).toString('hex'),
    allowPrivateUpstreams: true,
    fetch: emulator.fetch,
    logger: () => {},
    providers: [
      tako({ baseUrl: upstreamUrl }),
      talkstack({ baseUrl: upstreamUrl }),
      cloudreve({ baseUrl: `${upstreamUrl}/api/v4` }),
      privateCloud({ baseUrl: upstreamUrl, ...credentials }),
    ],
  })
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  origin: string,
  serve: (request: Request) => Promise<Response>,
): Promise<void> {
  const response = await serve(await toRequest(incoming, origin))
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}

async function toRequest(incoming: IncomingMessage, origin: string): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers))
    if (value !== undefined) headers.set(name, String(value))
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: Buffer.concat(chunks) }
  return new Request(origin + (incoming.url ?? '/'), { method, headers, ...body })
}
