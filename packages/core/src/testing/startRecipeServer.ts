import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveEmulator } from '@takokit/emulator/node'
import { WebSocketServer } from 'ws'
import { createAuthClient, memoryStorage, signIn, tako, type TokenProvider } from '@takokit/core'
import { accounts } from './startTako.ts'

type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A signed-in client, and an API of another origin on loopback that asks the emulator whether it accepts a token. */
export async function startRecipeServer(
  respond: Respond = () => {},
  change: (provider: TokenProvider<'tako'>) => TokenProvider<'tako'> = (provider) => provider,
) {
  const upstream = await serveEmulator({ tako: { rateLimit: false } })
  const urls: string[] = []
  const server = createServer((request, response) => {
    urls.push(request.url ?? '')
    void respond(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (_, request) => urls.push(request.url ?? ''))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const provider = { ...tako({ baseUrl: upstream.url }), origins: [upstream.url, url] }
  const auth = createAuthClient({ providers: [change(provider)], storage: memoryStorage() })
  await signIn(auth, { signer: accounts[0] })
  const { controls } = upstream.emulator

  return {
    auth,
    url,
    urls,
    sockets,
    controls: controls.tako,
    /** From now on the API refuses the client's token. */
    expire() {
      // Tokens of one second have the same text.
      controls.tako.clock.advance(1_000)
      controls.tako.expireAccess()
    },
    token: () => auth.getSnapshot().token ?? '',
    /** Whether the API accepts `Bearer …`. */
    async accepts(authorization: string | undefined): Promise<boolean> {
      const { status } = await fetch(`${upstream.url}/v2/farcaster/ignore_bid`, {
        method: 'POST',
        headers: { authorization: authorization ?? '', 'content-type': 'application/json' },
        body: JSON.stringify({ index: 1 }),
      })
      return status !== 401
    },
    async [Symbol.asyncDispose]() {
      auth.dispose()
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      server.close()
      await upstream.close()
    },
  }
}
