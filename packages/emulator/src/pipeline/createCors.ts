import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

/** Which origins may read responses, and which headers. Read anew for every request. */
export interface CorsPolicy {
  allowedOrigins: '*' | readonly string[]
  exposeRetryAfter: boolean
}

/** CORS for one route. Exposes only what the Fetch standard always exposes, unless configured. */
export function createCors(
  policy: CorsPolicy,
  { methods }: { methods: readonly string[] },
): MiddlewareHandler {
  const forPages = cors({
    origin: (origin) => {
      if (policy.allowedOrigins === '*') return '*'
      return policy.allowedOrigins.includes(origin) ? origin : null
    },
    allowMethods: [...methods],
    allowHeaders: ['Accept', 'Authorization', 'Content-Type'],
    exposeHeaders: policy.exposeRetryAfter ? ['Retry-After'] : [],
    maxAge: 600,
  })
  // A client that is not a page sends no `Origin`.
  return (c, next) => (c.req.header('origin') === undefined ? next() : forPages(c, next))
}
