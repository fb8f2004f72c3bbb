import { tako } from '@takokit/core'
import { createRelay } from '../createRelay.ts'
import type { Relay } from '../types/Relay.ts'
import type { RelayContext } from '../types/RelayContext.ts'

interface Env {
  RELAY_SECRET: string
  ORIGIN: string
  TAKO_URL: string
}

let relay: Relay<'tako'> | undefined

/** A relay in an edge runtime without limits, for tests with thousands of requests. */
export default {
  fetch(request: Request, env: Env, context: RelayContext): Promise<Response> {
    relay ??= createRelay({
      providers: [tako({ baseUrl: env.TAKO_URL })],
      secret: env.RELAY_SECRET,
      origin: env.ORIGIN,
      rateLimits: false,
      allowPrivateUpstreams: true,
      logger: false,
    })
    return relay.fetch(request, context)
  },
}
