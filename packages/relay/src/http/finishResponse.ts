import type { RelayAnswer } from './RelayAnswer.ts'

/** What every answer says beside itself. */
const headers: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
}

/** Adds the headers that every response has. */
export function finishResponse(
  body: object | undefined,
  options: {
    status: number
    requestId: string
    contentType?: string | undefined
    cookies?: readonly string[] | undefined
    headers?: Record<string, string> | undefined
  },
): RelayAnswer {
  const { status, requestId, contentType = 'application/json', cookies = [] } = options
  const all: Record<string, string> = { ...headers, 'x-request-id': requestId }
  if (body) all['content-type'] = contentType
  Object.assign(all, options.headers)
  return { status, headers: all, cookies, body: body && JSON.stringify(body) }
}
