// An edge runtime: workerd, Cloudflare Workers. What isolates share is a Redis that speaks HTTP.
import { tako } from '@takokit/core'
import { createRelay, type Relay, type RelayContext } from '@takokit/relay'
import { redisStore } from '@takokit/relay/redis'

interface Env {
  RELAY_SECRET: string
  ORIGIN: string
  TAKO_URL?: string
  REDIS_HTTP_URL?: string
  REDIS_HTTP_TOKEN?: string
  ALLOW_PRIVATE_UPSTREAMS?: string
}

let relay: Relay<'tako'> | undefined

export default {
  fetch(request: Request, env: Env, context: RelayContext): Promise<Response> {
    relay ??= createRelay({
      providers: [tako({ baseUrl: env.TAKO_URL })],
      secret: env.RELAY_SECRET,
      origin: env.ORIGIN,
      store: env.REDIS_HTTP_URL ? redisStore({ sendCommand: overHttp(env) }) : undefined,
      clientAddress: (asked) => asked.headers.get('cf-connecting-ip') ?? undefined,
      allowPrivateUpstreams: env.ALLOW_PRIVATE_UPSTREAMS?.split(','),
    })
    return relay.fetch(request, context)
  },
}

/** Commands as JSON, answers as `{ result }` or `{ error }`, as Upstash and others have it. */
function overHttp({ REDIS_HTTP_URL = '', REDIS_HTTP_TOKEN = '' }: Env) {
  return async (command: string[]): Promise<unknown> => {
    const response = await fetch(REDIS_HTTP_URL, {
      method: 'POST',
      headers: { authorization: `Bearer ${REDIS_HTTP_TOKEN}` },
      body: JSON.stringify(command),
    })
    const { result, error } = (await response.json()) as { result?: unknown; error?: string }
    if (error) throw new Error(error)
    return result
  }
}
