import type { RequestHead } from '../types/RequestHead.ts'

/** The id of one request: the proxy's if it is trusted and made of safe characters, else a new one. */
export function readRequestId(request: RequestHead, isTrusted: boolean): string {
  const given = isTrusted ? request.headers.get('x-request-id') : null
  return given && /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID()
}
