import type { Server, Socket } from 'node:net'
import { createNodeListener } from '../node/createNodeListener.ts'
import { serveRelay } from '../node/serveRelay.ts'
import type { ServerLimits } from '../node/ServerLimits.ts'
import { createRelay } from '../createRelay.ts'
import { createWorld, readToken, testSecret } from './createWorld.ts'
import { speak } from './speak.ts'

/** A request whose response closes the connection. */
export const closingRequest =
  'GET /auth/healthz HTTP/1.1\r\nhost: dapp.example\r\nconnection: close\r\n\r\n'

/** A relay that listens on loopback, with two sessions, and everything that a test needs to observe. */
export async function createRawWorld(limits: Partial<ServerLimits> = {}) {
  const world = createWorld()
  const [mine, victim] = [world.browser(), world.browser()]
  const subject = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
  const { refreshToken } = await world.start(mine, 'tako')
  const issued = await world.start(victim, 'tako', { subject })
  const { accessToken } = await readToken(await victim.post('/auth/tako/token'))

  /** The ids of the requests that caused an upstream request. */
  const upstream = new Set<string>()
  const relay = createRelay({
    ...world.relayOptions,
    fetch: (input, init) => {
      upstream.add(new Headers(init.headers).get('x-request-id') ?? '')
      return world.emulator.fetch(input, init)
    },
  })
  /** The cookies of each connection's requests, by the client's port. */
  const handled = new Map<number, (string | undefined)[]>()
  const sockets = new Set<Socket>()
  const watch = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  let listening: Server | undefined
  const listen = createNodeListener(relay)
  const server = await serveRelay({
    relay,
    port: 0,
    limits: { drainMs: 0, lingerMs: 20, ...limits },
    listener(incoming, outgoing) {
      const { socket, headers } = incoming
      if (!listening) {
        listening = (socket as Socket & { server: Server }).server.on('connection', watch)
        watch(socket)
      }
      const port = socket.remotePort ?? 0
      handled.set(port, [...(handled.get(port) ?? []), headers.cookie])
      listen(incoming, outgoing)
    },
  })
  await speak(server.url, closingRequest)
  handled.clear()

  return {
    ...world,
    server,
    mine,
    victim,
    /** Values that no response may contain. */
    canaries: [testSecret, refreshToken, issued.refreshToken, accessToken],
    upstream,
    handled,
    sockets,
  }
}
