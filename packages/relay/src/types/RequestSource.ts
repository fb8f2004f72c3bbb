import type { RequestHead } from './RequestHead.ts'

/** Headers as a plain object, as Node's `request.headers`. */
export type PlainHeaders = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * A request whose cookies the relay reads: a `Request`; its `Headers`, such as `await headers()` in Next.js; or a request of
 * Node or Express.
 */
export type RequestSource =
  | RequestHead
  | RequestHead['headers']
  | { headers: RequestHead['headers'] | PlainHeaders }
