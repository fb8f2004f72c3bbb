// A relay by itself, on Node: `node server.js` behind the proxy that serves the page.
import { tako } from '@takokit/core'
import { createRelay, privateCloud } from '@takokit/relay'
import { createNodeFetch, serveRelay } from '@takokit/relay/node'
import { redisStore } from '@takokit/relay/redis'
import { Redis } from 'ioredis'

type Env = Record<string, string | undefined>

export async function startServer(env: Env = process.env) {
  const redis = env.REDIS_URL
    ? new Redis(env.REDIS_URL, {
        enableOfflineQueue: false,
        // After a failover the connection may lead to what is a replica now: connect anew.
        reconnectOnError: ({ message }) => message.includes('READONLY'),
      })
    : undefined
  // Each command that fails says so itself.
  redis?.on('error', () => {})
  const relay = createRelay({
    providers: [
      tako({ baseUrl: env.TAKO_URL }),
      privateCloud({
        baseUrl: env.CLOUD_URL ?? 'https://cloud.example.com',
        clientId: env.CLOUD_CLIENT_ID ?? '',
        clientSecret: env.CLOUD_CLIENT_SECRET ?? '',
      }),
    ],
    // The new one first, the one before it after a comma.
    secret: env.RELAY_SECRET?.split(',') ?? [],
    origin: env.ORIGIN ?? '',
    store: redis && redisStore(redis),
    // Leave it out where requests to the providers take a proxy that is set for Node's own `fetch`.
    fetch: createNodeFetch(),
    // Behind a proxy all connections are the proxy's. The last entry is the one that it wrote itself.
    clientAddress: (request, context) =>
      env.ADDRESS_HEADER
        ? request.headers.get(env.ADDRESS_HEADER)?.split(',').at(-1)?.trim()
        : context.clientAddress,
    allowPrivateUpstreams: env.ALLOW_PRIVATE_UPSTREAMS?.split(','),
  })
  const server = await serveRelay({
    relay,
    port: Number(env.PORT ?? 8787),
    // Longer than the balancer takes to notice that `healthz` says 503.
    limits: { drainMs: Number(env.DRAIN_MS ?? 5_000) },
  })
  process.once('SIGTERM', () => void server.close().finally(() => redis?.disconnect()))
  return server
}
