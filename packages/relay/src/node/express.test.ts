import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { mountRelay } from '../../recipes/express.ts'
import { createBrowser } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'
import { sendOverHttp } from '../testing/sendOverHttp.ts'

/** What Express does to a request: the mount path is taken from its URL, and `express.json()` has read its body. */
function createApp({ parses }: { parses: boolean }) {
  let mounted: { path: string; listener: RequestListener } | undefined
  const server = createServer(async (incoming, outgoing) => {
    const request: IncomingMessage & { originalUrl?: string; body?: unknown } = incoming
    const url = request.url ?? '/'
    request.originalUrl = url
    if (parses) {
      let text = ''
      for await (const chunk of request) text += String(chunk)
      request.body = text === '' ? {} : (JSON.parse(text) as unknown)
    }
    if (!mounted || !url.startsWith(mounted.path)) return void outgoing.writeHead(404).end()
    request.url = url.slice(mounted.path.length) || '/'
    mounted.listener(request, outgoing)
  })
  return {
    server,
    use(path: string, listener: RequestListener) {
      mounted = { path, listener }
    },
  }
}

test.each([
  ['no body parser', false],
  ['express.json() before it', true],
])('default: mounted with `use`, %s', async (_, parses) => {
  const world = createWorld()
  const app = createApp({ parses })
  mountRelay(app, world.relay)
  const { server } = app
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const { port } = server.address() as AddressInfo
    const page = createBrowser({ send: sendOverHttp(`http://127.0.0.1:${port}`) })
    await world.start(page, 'tako')
    const { handle } = await readToken(await page.post('/auth/tako/token'))
    const renewed = await page.post('/auth/tako/token', { account: '', known: handle })
    expect((await readToken(renewed)).handle).not.toBe(handle)
    expect((await page.post('/auth/tako/sign-out')).status).toBe(200)
    const health = await fetch(`http://127.0.0.1:${port}/auth/healthz`)
    expect(health.status).toBe(200)
  } finally {
    server.close()
    server.closeAllConnections()
  }
})
