import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { createRelay } from '../createRelay.ts'
import { createBrowser, type TestBrowser } from '../testing/createBrowser.ts'
import { createWorld, readToken } from '../testing/createWorld.ts'
import { sendOverHttp } from '../testing/sendOverHttp.ts'
import { haproxyPath, nginxPath, startHaproxy, startNginx } from '../testing/startProxy.ts'
import { until } from '../testing/until.ts'
import { type RelayServer, serveRelay } from './serveRelay.ts'

const token = (page: TestBrowser, known?: string) =>
  page.post('/auth/tako/token', { account: '', ...(known && { known }) })

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function listen(relay: Parameters<typeof serveRelay>[0]['relay'], drainMs = 0) {
  const server = await serveRelay({ relay, port: 0, limits: { drainMs } })
  cleanups.push(() => server.close())
  return server
}

type Start = (targets: string[]) => Promise<{ url: string; close: () => Promise<void> }>

/** Two replicas that listen, one of which goes down while 40 pages ask 200 times a second through a proxy. */
async function goDown(start: Start, drainMs: number) {
  const world = createWorld({ now: undefined, setTimer: undefined }, { now: Date.now })
  const relays = [createRelay(world.relayOptions), createRelay(world.relayOptions)]
  const servers: RelayServer[] = []
  for (const relay of relays) servers.push(await listen(relay, drainMs))
  const proxy = await start(servers.map(({ url }) => url))
  cleanups.push(proxy.close)
  const send = sendOverHttp(proxy.url)
  const pages = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const page = createBrowser({ send })
      await world.start(page, 'tako')
      return page
    }),
  )
  const statuses: number[] = []
  const asking: Promise<void>[] = []
  // Whatever becomes of the ones before: pages do not wait for each other.
  const asks = setInterval(() => {
    const page = pages[asking.length % pages.length]
    if (page) asking.push(token(page).then(({ status }) => void statuses.push(status)))
  }, 5)
  await until(() => statuses.length > 50)
  await servers[0]?.close()
  const whenDown = statuses.length
  await until(() => statuses.length > whenDown + 50)
  clearInterval(asks)
  await Promise.all(asking)
  const probes = world.metrics.filter((one) => one.type === 'request' && one.route === 'healthz')
  return { statuses, refused: statuses.filter((status) => status !== 200), probes }
}

/** Bodies in chunks and compressed, and a path with a slash at its end, through a proxy. Returns the encoding of an answer. */
async function sendOddBodies(start: Start): Promise<string | null> {
  const world = createWorld()
  const server = await listen(world.relay)
  const proxy = await start([server.url])
  cleanups.push(proxy.close)
  const page = world.browser()
  await world.start(page, 'tako')
  const headers = {
    cookie: page.cookie(),
    origin: 'https://dapp.example',
    'x-takokit': '1',
    'content-type': 'application/json',
    'accept-encoding': 'gzip',
  }
  const body = new Blob(['{"account"', ':', '""}']).stream()
  const answer = await fetch(`${proxy.url}/auth/tako/token/`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  expect((await readToken(answer)).handle).toMatch(/\.1$/)
  const compressed = await fetch(`${proxy.url}/auth/tako/token`, {
    method: 'POST',
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: gzipSync('{"account":""}'),
  })
  expect((await readToken(compressed)).handle).toMatch(/\.1$/)
  return answer.headers.get('content-encoding')
}

describe.skipIf(!nginxPath)('nginx (skipped where it is not installed)', () => {
  const keepAlive = 'proxy_http_version 1.1; proxy_set_header Connection "";'

  test('behavior: a replica goes down: no request is lost', async () => {
    const { refused, statuses } = await goDown(
      (targets) => startNginx(targets, { location: keepAlive }),
      300,
    )
    expect(statuses.length).toBeGreaterThan(100)
    expect(refused).toEqual([])
  })

  test.each([300, 1_500, 1_900, 2_500, 4_000, 8_000, 20_000])(
    'default: tokens of %i characters pass, renewed as well',
    async (length) => {
      const tokens = (name: string) => ({ token: name.repeat(length / name.length) })
      let issued = 0
      const world = createWorld({
        async fetch() {
          issued += 1
          const data = {
            ...tokens(`ab${issued}cde`.slice(0, 5)),
            refresh_token: `r${issued}`.padEnd(40, 'x'),
          }
          return Response.json({ status: 'success', data: { ...data, expires_in: 3600 } })
        },
      })
      const server = await listen(world.relay)
      const proxy = await startNginx([server.url])
      cleanups.push(proxy.close)
      const page = createBrowser({ send: sendOverHttp(proxy.url) })
      await createBrowser({
        jar: page.jar,
        send: (request) =>
          world.relay.startSession(request, {
            provider: 'tako',
            tokens: { accessToken: 'x'.repeat(length), refreshToken: 'r'.repeat(40) },
          }),
      }).post('/login')
      const { handle } = await readToken(await token(page))
      const renewed = await readToken(await token(page, handle))
      expect(renewed.accessToken).toHaveLength(length)
      expect((await readToken(await token(page))).handle).toBe(renewed.handle)
      expect(issued).toBe(1)
    },
  )

  test('behavior: bodies in chunks or compressed, answers compressed, paths with a slash at their end', async () => {
    const encoding = await sendOddBodies((targets) =>
      startNginx(targets, {
        http: 'gzip on; gzip_min_length 1; gzip_types application/json application/problem+json;',
        location: `proxy_request_buffering off; ${keepAlive}`,
      }),
    )
    expect(encoding).toBe('gzip')
  })
})

describe.skipIf(!haproxyPath)('HAProxy (skipped where it is not installed)', () => {
  test('behavior: a replica goes down: its probe sees 503, and no request is lost', async () => {
    const { refused, probes } = await goDown(startHaproxy, 2_000)
    expect(refused).toEqual([])
    const seen = probes.map((one) => one.type === 'request' && one.status)
    expect(seen.filter((status) => status === 503).length).toBeGreaterThanOrEqual(2)
    expect(seen.filter((status) => status === 200).length).toBeGreaterThan(2)
  })

  test('behavior: bodies in chunks or compressed, paths with a slash at their end', async () => {
    expect(await sendOddBodies(startHaproxy)).toBeNull()
  })
})
