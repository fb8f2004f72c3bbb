import { cloudreve, tako, talkstack } from '@takokit/core'
import { type ProviderName, providerNames } from '@takokit/emulator'
import { serveEmulator } from '@takokit/emulator/node'
import { createRelay, privateCloud } from '@takokit/relay'
import { redisStore } from '@takokit/relay/redis'
import { Hono } from 'hono'
import { Redis } from 'ioredis'

/** What the example reads from the environment; all of it may be left out. */
export interface ExampleEnv {
  PORT?: string | undefined
  EMULATOR_PORT?: string | undefined
  ORIGIN?: string | undefined
  RELAY_SECRET?: string | undefined
  REDIS_URL?: string | undefined
}

/** A relay before the emulated APIs: all four providers, and a login that stands for the dapp's own. */
export async function createExample(env: ExampleEnv) {
  const emulator = await serveEmulator({ port: Number(env.EMULATOR_PORT ?? 8000) })
  const redis = env.REDIS_URL ? new Redis(env.REDIS_URL, { enableOfflineQueue: false }) : undefined
  // Each command that fails says so itself.
  redis?.on('error', () => {})

  const relay = createRelay({
    providers: [
      tako({ baseUrl: emulator.url }),
      talkstack({ baseUrl: emulator.url }),
      cloudreve({ baseUrl: `${emulator.url}/api/v4` }),
      privateCloud({
        baseUrl: emulator.url,
        clientId: 'demo-client',
        clientSecret: 'demo-secret',
      }),
    ],
    // One that is made up ends all sessions with the process: fine for an example, and for nothing else.
    secret: env.RELAY_SECRET ?? crypto.randomUUID() + crypto.randomUUID(),
    origin: (env.ORIGIN ?? 'http://localhost:8787,http://localhost:5173').split(','),
    store: redis && redisStore(redis),
    // The emulator is on this machine. In production nothing private is asked.
    allowPrivateUpstreams: ['127.0.0.1'],
  })

  const app = new Hono<{ Bindings: { clientAddress: string | undefined } }>()
  app.all('/auth/*', (c) => relay.fetch(c.req.raw, { clientAddress: c.env.clientAddress }))
  app.get('/login/:provider', async (c) => {
    const name = c.req.param('provider')
    if (!isProviderName(name)) return c.notFound()
    const refusal = relay.checkSameOrigin(c.req.raw)
    if (refusal) return refusal
    // Here a dapp's server would ask the provider for a pair; the pair never passes through the page.
    const { accessToken, refreshToken } = await emulator.emulator.controls.issue(name)
    const started = await relay.startSession(c.req.raw, {
      provider: name,
      tokens: { accessToken, refreshToken },
    })
    for (const cookie of started.headers.getSetCookie())
      c.header('set-cookie', cookie, { append: true })
    return c.redirect('/')
  })
  app.get('/', (c) =>
    c.text(
      `The relay is at /auth. Begin a session: ${providerNames.map((name) => `/login/${name}`).join(', ')}`,
    ),
  )

  return {
    app,
    relay,
    emulatorUrl: emulator.url,
    async close() {
      await emulator.close()
      redis?.disconnect()
    },
  }
}

function isProviderName(name: string): name is ProviderName {
  return providerNames.some((known) => known === name)
}
