// Requests upstream through a forward proxy: `createRelay({ …, fetch: proxied(process.env.HTTPS_PROXY) })`, on Node.
import type { RelayOptions } from '@takokit/relay'
import { fetch as fetchThrough, ProxyAgent } from 'undici'

/** The relay's `fetch`, through the proxy at this address; the platform's own where there is none. */
export function proxied(address: string | undefined): RelayOptions['fetch'] {
  if (!address) return undefined
  const dispatcher = new ProxyAgent(address)
  return async (input, init) => {
    const request = new Request(input, init)
    const { method, signal, redirect } = request
    const response = await fetchThrough(input, {
      method,
      headers: [...request.headers],
      body: request.body && (await request.text()),
      signal,
      redirect,
      dispatcher,
    })
    const { status } = response
    const hasBody = ![101, 204, 205, 304].includes(status)
    // Passed on as it comes: the relay bounds what it reads.
    const body = hasBody ? (response.body as ReadableStream<Uint8Array<ArrayBuffer>> | null) : null
    return new Response(body, { status, headers: [...response.headers] })
  }
}
