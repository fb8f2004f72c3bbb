import type { Context } from 'hono'

/** The bearer token of a request. The scheme is case-insensitive (RFC 9110). */
export function readBearer(c: Context): string | undefined {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}
