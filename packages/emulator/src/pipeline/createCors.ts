import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

/** Which origins may read answers, looked up anew for every request, and which headers of them. */
export interface CorsPolicy {
  allowedOrigins: '*' | readonly string[]
  exposeRetryAfter: boolean
}

/** CORS for one route. Nothing is exposed beyond what the Fetch standard always exposes, unless asked. */
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
  // Who is no page has no origin to be judged by.
  return (c, next) => (c.req.header('origin') === undefined ? next() : forPages(c, next))
}
