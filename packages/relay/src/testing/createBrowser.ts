/** Sends a page's requests: with a cookie jar as strict as a browser's, and the headers that browsers add. */
export interface TestBrowser {
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** A request to the relay as `relayed()` sends it. */
  post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  jar: Map<string, string>
  cookie: () => string
}

export interface TestBrowserOptions {
  send: (request: Request) => Promise<Response>
  origin?: string
  jar?: Map<string, string>
}

export const testOrigin = 'https://dapp.example'

export function createBrowser({
  send,
  origin = testOrigin,
  jar = new Map(),
}: TestBrowserOptions): TestBrowser {
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  async function browse(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
    const [to, sent] = input instanceof Request ? [input, input.headers] : [new URL(input, origin)]
    const headers = new Headers(init.headers ?? sent)
    headers.set('origin', origin)
    headers.set('sec-fetch-site', 'same-origin')
    headers.set('sec-fetch-mode', 'cors')
    if (jar.size > 0) headers.set('cookie', cookie())
    const response = await send(new Request(to, { ...init, headers }))
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line)
    return response
  }

  return {
    fetch: browse,
    post: (path, body = { account: '' }, headers = {}) =>
      browse(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-takokit': '1', ...headers },
        body: JSON.stringify(body),
      }),
    jar,
    cookie,
  }
}

/** RFC 6265bis, as strict as it requires for `__Host-` cookies. */
function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  const attributes = new Map(
    rest.map((part) => {
      const [key = '', text = ''] = part.split('=')
      return [key.toLowerCase(), text]
    }),
  )
  const isHostCookie =
    name.startsWith('__Host-') &&
    attributes.has('secure') &&
    attributes.get('path') === '/' &&
    !attributes.has('domain')
  if (!isHostCookie) throw new Error(`A browser refuses this cookie: ${name}`)
  const isPartitioned = attributes.has('partitioned') && attributes.get('samesite') === 'None'
  if (!attributes.has('httponly') || (attributes.get('samesite') !== 'Strict' && !isPartitioned))
    throw new Error(`A cookie that scripts or other sites reach: ${name}`)
  if (pair.length > 4096) throw new Error(`A browser refuses a cookie of ${pair.length} bytes`)
  if (Number(attributes.get('max-age')) > 0) jar.set(name, value)
  else jar.delete(name)
}
