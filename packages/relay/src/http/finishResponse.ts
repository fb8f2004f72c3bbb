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
): Response {
  const { status, requestId, contentType = 'application/json', cookies = [] } = options
  const response = new Response(body && JSON.stringify(body), {
    status,
    // New each time: the `Response` of a server may keep what it is given, as @hono/node-server's does.
    headers: {
      ...headers,
      'x-request-id': requestId,
      ...(body && { 'content-type': contentType }),
      ...options.headers,
    },
  })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}
