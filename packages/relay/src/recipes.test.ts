import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import { createTakoMessage, tako, talkstack } from '@takokit/core'
import { providerNames } from '@takokit/emulator'
import { type EmulatorServer, serveEmulator } from '@takokit/emulator/node'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, type TestContext, test, vi } from 'vitest'
import { createApp } from '../recipes/hono.ts'
import { startServer } from '../recipes/node.ts'
import { proxied } from '../recipes/proxy.ts'
import { createRelay } from './createRelay.ts'
import { createBrowser, type TestBrowser, testOrigin } from './testing/createBrowser.ts'
import { account, readToken, testSecret } from './testing/createWorld.ts'
import { expectForeignFormsRefused } from './testing/expectForeignFormsRefused.ts'
import { sendOverHttp } from './testing/sendOverHttp.ts'
import { redisPath, startRedis, type TestRedis } from './testing/startRedis.ts'
import { startWorkerd, workerdPath } from './testing/startWorkerd.ts'

// Starts processes, and shares the machine with other tests.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

for (const name of ['log', 'error'] as const) vi.spyOn(console, name).mockImplementation(() => {})

let upstream: EmulatorServer
beforeAll(async () => {
  upstream = await serveEmulator({ tako: { rateLimit: false, reuse: 'strict' } })
})
afterAll(() => upstream.close())

const token = (page: TestBrowser, known?: string, provider = 'tako') =>
  page.post(`/auth/${provider}/token`, { account: '', ...(known && { known }) })

async function signIn(page: TestBrowser, index = 0) {
  const { address, signMessage } = account(index)
  const message = createTakoMessage({ address })
  const signature = await signMessage({ message })
  return readToken(await page.post('/auth/tako/sign-in', { address, message, signature }))
}

/** What every recipe must do: sign in, renew once for many callers, sign out, refuse other origins. */
async function useTako(send: (request: Request) => Promise<Response>) {
  const page = createBrowser({ send })
  const { handle } = await signIn(page)
  upstream.emulator.controls.tako.resetCounters()
  const tabs = Array.from({ length: 20 }, () => createBrowser({ send, jar: new Map(page.jar) }))
  const answers = await Promise.all(tabs.map(async (tab) => readToken(await token(tab, handle))))
  expect(new Set(answers.map((answer) => answer.handle))).toEqual(
    new Set([handle.replace(/1$/, '2')]),
  )
  expect(upstream.emulator.controls.tako.counters()).toMatchObject({ requests: 1, reuses: 0 })
  const stranger = createBrowser({ send, origin: 'https://evil.example', jar: page.jar })
  expect((await token(stranger)).status).toBe(403)
  expect((await page.post('/auth/tako/sign-out')).status).toBe(200)
  expect(page.jar.size).toBe(0)
  expect((await token(tabs[0] ?? page)).status).toBe(401)
  const health = await send(new Request(`${testOrigin}/auth/healthz`))
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
}

const env = () => ({
  RELAY_SECRET: testSecret,
  ORIGIN: testOrigin,
  TAKO_URL: upstream.url,
  ALLOW_PRIVATE_UPSTREAMS: '127.0.0.1',
})

test('Node', async () => {
  const server = await startServer({
    ...env(),
    PORT: '0',
    DRAIN_MS: '0',
    CLOUD_CLIENT_ID: 'a',
    CLOUD_CLIENT_SECRET: 'b',
  })
  try {
    await useTako(sendOverHttp(server.url))
    // Not a valid request.
    expect((await fetch(`${server.url}/auth/tako/token`, { method: 'POST' })).status).toBe(403)
  } finally {
    await server.close()
  }
  await expect(fetch(`${server.url}/auth/healthz`)).rejects.toThrow()
})

test('Node behind a proxy: the address is what the proxy wrote', async () => {
  const server = await startServer({
    ...env(),
    PORT: '0',
    DRAIN_MS: '0',
    CLOUD_CLIENT_ID: 'a',
    CLOUD_CLIENT_SECRET: 'b',
    ADDRESS_HEADER: 'x-forwarded-for',
  })
  try {
    const page = createBrowser({ send: sendOverHttp(server.url) })
    const signature = `0x${'1b'.repeat(65)}`
    const signed = { address: `0x${'1'.repeat(40)}`, message: 'm', signature }
    const ask = async (addresses: string) =>
      (await page.post('/auth/tako/sign-in', signed, { 'x-forwarded-for': addresses })).status
    // 20 a minute from one address, whatever the client itself put into the header.
    const statuses = await Promise.all(
      Array.from({ length: 30 }, (_, index) => ask(`198.51.100.${index}, 203.0.113.7`)),
    )
    expect(new Set(statuses)).toEqual(new Set([400, 429]))
    expect(await ask('203.0.113.7, 203.0.113.8')).toBe(400)
  } finally {
    await server.close()
  }
})

test('Hono, with a login of the server’s own', async () => {
  const relay = createRelay({
    providers: [tako({ baseUrl: upstream.url }), talkstack({ baseUrl: upstream.url })],
    secret: testSecret,
    origin: testOrigin,
    allowPrivateUpstreams: true,
    rateLimits: { address: { requests: 60, perMs: 60_000 } },
    logger: false,
  })
  const app = createApp(relay, async () => {
    const { accessToken, refreshToken } = await upstream.emulator.controls.issue('talkstack')
    return { token: accessToken, refreshToken }
  })
  const server = createAdaptorServer(app) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await useTako(sendOverHttp(url))
    const page = createBrowser({ send: sendOverHttp(url) })
    expect((await page.post('/login')).status).toBe(204)
    await expectForeignFormsRefused(`${url}/login`, 'POST')
    const { handle } = await readToken(await token(page, undefined, 'talkstack'))
    expect((await readToken(await token(page, handle, 'talkstack'))).handle).not.toBe(handle)
    // The connection's address is known.
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async () => (await token(page, undefined, 'talkstack')).status),
    )
    expect(statuses).toContain(429)
  } finally {
    server.close()
    server.closeAllConnections()
  }
})

test('Next.js: a route handler', async () => {
  for (const [name, value] of Object.entries(env())) vi.stubEnv(name, value)
  try {
    const { GET, POST } = await import('../recipes/next.ts')
    await useTako((request) => (request.method === 'GET' ? GET(request) : POST(request)))
  } finally {
    vi.unstubAllEnvs()
  }
})

test('a forward proxy: every request upstream goes through it', async () => {
  const asked: string[] = []
  const proxy = createServer((_, response) => response.writeHead(405).end())
  proxy.on('connect', (request, socket, head) => {
    asked.push(request.url ?? '')
    const [host = '', port] = (request.url ?? '').split(':')
    const there = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      there.write(head)
      there.pipe(socket).pipe(there)
    })
    for (const one of [socket, there]) one.on('error', () => there.destroy())
    socket.on('close', () => there.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  const { port } = proxy.address() as AddressInfo
  const relay = createRelay({
    providers: [tako({ baseUrl: upstream.url })],
    secret: testSecret,
    origin: testOrigin,
    allowPrivateUpstreams: ['127.0.0.1'],
    fetch: proxied(`http://127.0.0.1:${port}`),
    logger: false,
  })
  try {
    await useTako((request) => relay.fetch(request))
    expect(new Set(asked)).toEqual(new Set([new URL(upstream.url).host]))
    expect(proxied(undefined)).toBeUndefined()
  } finally {
    proxy.close()
    proxy.closeAllConnections()
  }
})

test('pnpm --filter relay start', async () => {
  const folder = fileURLToPath(new URL('../../../apps/relay', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--conditions=@takokit/source', '--import', 'tsx', 'src/main.ts'],
    {
      cwd: folder,
      env: { ...process.env, PORT: '0', EMULATOR_PORT: '0', ORIGIN: testOrigin },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let url = ''
  for await (const line of createInterface({ input: child.stdout })) {
    url = /listens at (\S+)\/auth/.exec(line)?.[1] ?? url
    if (line.startsWith('Begin')) break
  }
  child.stdout.resume()
  const send = sendOverHttp(url)
  for (const provider of providerNames) {
    const page = createBrowser({ send })
    const login = await page.fetch(`/login/${provider}`)
    expect(login.status).toBe(302)
    await expectForeignFormsRefused(`${url}/login/${provider}`, 'GET')
    const { handle } = await readToken(await token(page, undefined, provider))
    expect((await readToken(await token(page, handle, provider))).handle).not.toBe(handle)
  }
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await gone).toEqual([0, null])
})

describe.skipIf(!workerdPath)(
  'an edge runtime: workerd (skipped where it has no binary for this machine)',
  () => {
    test('one isolate, its own memory', async () => {
      const server = await startWorkerd('worker', env())
      try {
        await useTako(sendOverHttp(server.url))
      } finally {
        await server.close()
      }
    })

    describe.skipIf(!redisPath)(
      'two of them and a Redis that speaks HTTP (skipped where no redis-server is installed)',
      () => {
        let redis: TestRedis
        let client: Redis
        let bridge: Server
        let isGone = false

        beforeAll(async () => {
          redis = await startRedis()
          client = new Redis(redis.url)
          bridge = createServer((request, response) => {
            const chunks: Buffer[] = []
            request.on('data', (chunk: Buffer) => chunks.push(chunk))
            request.on('end', () => {
              if (isGone) {
                response.writeHead(503).end('{"error":"LOADING"}')
                return
              }
              const [command = '', ...parameters] = JSON.parse(
                Buffer.concat(chunks).toString(),
              ) as string[]
              client.call(command, ...parameters).then(
                (result) => response.end(JSON.stringify({ result })),
                (error: Error) => response.end(JSON.stringify({ error: error.message })),
              )
            })
          }).listen(0, '127.0.0.1')
          await once(bridge, 'listening')
        })
        afterAll(async () => {
          bridge.close()
          bridge.closeAllConnections()
          client.disconnect()
          await redis.dispose()
        })

        /** How to ask either of them. */
        async function startTwo({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
          const { port } = bridge.address() as AddressInfo
          const shared = {
            ...env(),
            REDIS_HTTP_URL: `http://127.0.0.1:${port}/`,
            REDIS_HTTP_TOKEN: 't',
          }
          const start = () => startWorkerd('worker', shared)
          const [one, other] = await Promise.all([start(), start()])
          onTestFinished(() => Promise.all([one.close(), other.close()]).then(() => {}))
          return [sendOverHttp(one.url), sendOverHttp(other.url)] as const
        }

        async function countEnded(): Promise<number> {
          const keys = await client.keys('*session:*')
          const rows = await Promise.all(keys.map((key) => client.get(key)))
          return rows.filter((row) => row?.includes('signed-out')).length
        }

        test('default', async (context) => {
          const sends = await startTwo(context)
          let turn = 0
          await useTako((request) => (turn++ % 2 ? sends[1] : sends[0])(request))
        })

        test('behavior: a sign-out while the store is gone is written after its answer, with no further request', async (context) => {
          const [send, sendElsewhere] = await startTwo(context)
          const page = createBrowser({ send })
          await signIn(page, 1)
          const copy = createBrowser({ send: sendElsewhere, jar: new Map(page.jar) })
          expect((await token(copy)).status).toBe(200)
          const before = await countEnded()
          isGone = true
          expect((await page.post('/auth/tako/sign-out')).status).toBe(503)
          expect(page.jar.size).toBe(0)
          isGone = false
          while ((await countEnded()) === before);
          expect((await token(copy)).status).toBe(401)
        })
      },
    )
  },
)
