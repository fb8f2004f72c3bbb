import type { UpstreamFault } from './describeProvider.ts'

/** Faults between a page and its server. */
export function faultyLink(
  send: (input: URL, init?: RequestInit) => Promise<Response>,
  now: () => number,
) {
  let next: UpstreamFault | undefined
  return {
    failNext(fault: UpstreamFault) {
      next = fault
    },
    async fetch(input: URL, init?: RequestInit): Promise<Response> {
      const fault = next
      next = undefined
      if (fault === 'lost-request') throw new TypeError('Failed to fetch')
      if (typeof fault === 'object') return throttled(fault, now())
      if (fault === '500') return new Response('Internal Server Error', { status: 500 })
      const response = await send(input, init)
      if (fault === 'lost-answer') throw new TypeError('Failed to fetch')
      if (fault === 'html') return new Response('<html><h1>Welcome to our Wi-Fi</h1></html>')
      if (fault === '204') return new Response(null, { status: 204 })
      if (fault === 'cut-json') return new Response((await response.text()).slice(0, 20))
      return response
    },
  }
}

/** As the relay or a proxy in front of it answers: RFC 9457, with the wait in the body too. */
function throttled(
  { retryAfterMs, retryAfterAs }: Extract<UpstreamFault, object>,
  nowAt: number,
): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json' })
  if (retryAfterMs !== undefined && retryAfterAs === 'date')
    headers.set('retry-after', new Date(nowAt + retryAfterMs).toUTCString())
  const problem = { type: 'about:blank', title: 'Wait', status: 429, code: 'provider/throttled' }
  const body = retryAfterAs === 'seconds' ? { ...problem, retryAfterMs } : problem
  return new Response(JSON.stringify(body), { status: 429, headers })
}
