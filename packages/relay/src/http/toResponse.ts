import type { RelayAnswer } from './RelayAnswer.ts'

/** An answer as the web platform's `Response`. */
export function toResponse({ status, headers, cookies, body }: RelayAnswer): Response {
  // The headers are new each time: the `Response` of a server may keep what it is given, as @hono/node-server's does.
  const response = new Response(body, { status, headers })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
