import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { testOrigin } from '../testing/createBrowser.ts'
import { createWorld } from '../testing/createWorld.ts'
import { openRaw, speak } from '../testing/speak.ts'
import { until } from '../testing/until.ts'
import type { Relay } from '../types/Relay.ts'
import { createRelayServer } from './createRelayServer.ts'
import { readClientAddress } from './readClientAddress.ts'
import { type RelayServer, serveRelay, type ServeRelayOptions } from './serveRelay.ts'
import { defaultServerLimits } from './ServerLimits.ts'

const head = [
  'POST /auth/tako/token HTTP/1.1',
  'host: dapp.example',
  `origin: ${testOrigin}`,
  'content-type: application/json',
  'x-takokit: 1',
]
const body = '{"account":""}'
const request = (...lines: string[]) =>
  [...head, `content-length: ${body.length}`, ...lines, '', body].join('\r\n')

let server: RelayServer
afterEach(() => server.close())

async function serve(
  limits: ServeRelayOptions['limits'],
  relay: Pick<Relay, 'fetch' | 'close'> = createWorld().relay,
) {
  server = await serveRelay({
    relay,
    port: 0,
    limits: { checkEveryMs: 5, drainMs: 0, lingerMs: 20, ...limits },
  })
  return server.url
}

describe('who is slow is let go', () => {
  test('behavior: headers that stop', async () => {
    const { statuses } = await speak(await serve({ headersTimeoutMs: 20 }), head.join('\r\n'))
    expect(statuses).toEqual([408])
  })

  test('behavior: a body that stops', async () => {
    const world = createWorld()
    const url = await serve({ headersTimeoutMs: 20, requestTimeoutMs: 20 }, world.relay)
    const { statuses } = await speak(url, request().slice(0, -3))
    expect(statuses).toEqual([408])
    // If the relay had begun to read, it stopped as well.
    await until(() => world.time.pending() === 0)
    expect(world.logs.filter(({ status }) => status !== 400)).toEqual([])
  })

  test('behavior: a connection that rests after its answer', async () => {
    const { statuses } = await speak(await serve({ keepAliveMs: 20 }), request())
    expect(statuses).toEqual([401])
  })

  test('behavior: a connection on which nothing moves', async () => {
    const relay = { fetch: () => new Promise<Response>(() => {}), close: async () => {} }
    const { statuses } = await speak(await serve({ stallTimeoutMs: 20 }, relay), request())
    expect(statuses).toEqual([])
  })
})

describe('limits', () => {
  test('parameters: maxHeaderBytes: the cookies of a few providers fit, more do not', async () => {
    const url = await serve({})
    const cookie = (size: number) => request(`cookie: x=${'x'.repeat(size)}`, 'connection: close')
    expect((await speak(url, cookie(25_000))).statuses).toEqual([401])
    expect((await speak(url, cookie(33_000))).statuses).toEqual([431])
  })

  test('parameters: maxConnections', async () => {
    const url = await serve({ maxConnections: 2 })
    const held = await Promise.all([openRaw(url), openRaw(url)])
    expect((await speak(url, request())).text).toBe('')
    for (const { socket } of held) socket.destroy()
  })

  test('default: what Node is told', () => {
    const idle = createRelayServer(() => {}, defaultServerLimits)
    expect(idle).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      keepAliveTimeout: 65_000,
      timeout: 30_000,
      maxConnections: 10_000,
      // Regardless of the process' flags.
      insecureHTTPParser: false,
    })
  })

  test('behavior: a connection that was reset has no address: no way around the limit', async () => {
    const world = createWorld({ rateLimits: { address: { requests: 2, perMs: 60_000 } } })
    const { port, hostname } = new URL(await serve({}, world.relay))
    for (let count = 0; count < 10; count++) {
      const socket = connect(Number(port), hostname)
      await once(socket, 'connect')
      // The kernel has both before the server reads the first byte.
      socket.write(request())
      socket.resetAndDestroy()
    }
    await until(() => world.logs.length === 10)
    // Two for the known address, and two for all requests without one.
    const passed = world.logs.filter(({ status }) => status !== 429)
    expect(passed.length).toBeLessThanOrEqual(4)
  })

  test('behavior: a Unix socket has no addresses to count', () => {
    const incoming = (socket: object) => ({ socket }) as Parameters<typeof readClientAddress>[0]
    expect(readClientAddress(incoming({}))).toBeUndefined()
    expect(readClientAddress(incoming({ localAddress: '127.0.0.1' }))).toBe('unknown')
    const both = { localAddress: '127.0.0.1', remoteAddress: '203.0.113.7' }
    expect(readClientAddress(incoming(both))).toBe('203.0.113.7')
  })
})

describe('close', () => {
  test('behavior: waits for answers, and for nobody who keeps it waiting', async () => {
    const world = createWorld()
    const asked: (() => void)[] = []
    const relay: Pick<Relay, 'fetch' | 'close'> = {
      async fetch(incoming) {
        const answer = await world.relay.fetch(incoming)
        await new Promise<void>((resolve) => asked.push(resolve))
        return answer
      },
      close: async () => asked[0]?.(),
    }
    const url = await serve({ lingerMs: 250 }, relay)
    const open = () => openRaw(url)
    const [resting, inHeaders, inBody, answered, never] = await Promise.all([
      open(),
      open(),
      open(),
      open(),
      open(),
    ])
    inHeaders.socket.write(head.join('\r\n'))
    inBody.socket.write(request().slice(0, -3))
    answered.socket.write(request())
    await until(() => asked.length === 1)
    never.socket.write(request())
    await until(() => asked.length === 2)

    const closing = server.close()
    expect(server.close()).toBe(closing)
    await closing
    await Promise.all([resting, inHeaders, inBody, never].map(({ closed }) => closed))
    const { text, statuses } = await answered.closed
    expect(statuses).toEqual([401])
    expect(text).toMatch(/\r\nconnection: close\r\n/i)
    expect(text).toMatch(/"code":"session\/signed-out"}$/)
    world.time.advance(10_000)
  })

  test('behavior: a request that comes meanwhile is the last on its connection', async () => {
    let finish = () => {}
    const { fetch } = createWorld().relay
    const close = () => new Promise<void>((resolve) => (finish = resolve))
    const url = await serve({}, { fetch, close })
    const { socket, closed, until: came } = await openRaw(url)
    socket.write(request().slice(0, 20))
    // The server must have accepted it before it closes.
    const other = await openRaw(url)
    other.socket.write(request())
    await other.until((text) => text.endsWith('}'))
    const closing = server.close()
    socket.write(request().slice(20))
    await came((text) => text.endsWith('}'))
    finish()
    await closing
    expect((await closed).text).toMatch(/\r\nconnection: close\r\n/i)
  })

  test('behavior: a connection that rests is not waited for', async () => {
    const url = await serve({})
    const { socket, closed, until: came } = await openRaw(url)
    socket.write(request())
    await came((text) => text.endsWith('}'))
    await server.close()
    expect((await closed).statuses).toEqual([401])
  })
})
