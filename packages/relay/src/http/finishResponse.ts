/** What every answer says beside itself. */
const always = new Headers({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
})

/** An answer with the headers that all of them have. */
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
  const response = new Response(body && JSON.stringify(body), { status, headers: always })
  const { headers } = response
  headers.set('x-request-id', requestId)
  if (body) headers.set('content-type', contentType)
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value)
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return response
}
