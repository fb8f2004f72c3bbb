// OpenTelemetry in the page: a span per sign-in, per refresh, and per request to the relay. The request's id is its trace context (W3C
// Trace Context), so the relay and the provider continue the same trace. No span holds a token or an account.
import type { AuthClient } from '@takokit/core'
import {
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api'

export interface TracingOptions {
  tracer: Tracer
  /** The relay's address, as `relayed({ url })` has it. Requests to other addresses are sent as they are. */
  url: string
  /** Default: the page's. */
  fetch?: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
}

/** `fetch` is for `createAuthClient({ fetch })`. Call `follow` once with that client; it returns a function that stops it. */
export function createTracing({ tracer, url, fetch: send = fetch }: TracingOptions) {
  /** Sign-ins and refreshes in progress, by provider. */
  const open = new Map<string, Span>()

  async function tracedFetch(input: string | URL | Request, init?: RequestInit) {
    const base = globalThis.location?.href
    const { href } = new URL(input instanceof Request ? input.url : input, base)
    const relay = `${new URL(url, base).href.replace(/\/$/, '')}/`
    if (!href.startsWith(relay)) return send(input, init)
    const [provider = '', call = ''] = href.slice(relay.length).split(/[/?]/)
    const parent = open.get(provider)
    const span = tracer.startSpan(
      `takokit ${call}`,
      { kind: SpanKind.CLIENT, attributes: { 'takokit.provider': provider } },
      parent ? trace.setSpan(context.active(), parent) : undefined,
    )
    const { traceId, spanId, traceFlags } = span.spanContext()
    const headers = new Headers(init?.headers)
    headers.set('x-request-id', `00-${traceId}-${spanId}-0${traceFlags & 1}`)
    try {
      const response = await send(input, { ...init, headers })
      span.setAttribute('http.response.status_code', response.status)
      return response
    } catch (cause) {
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw cause
    } finally {
      span.end()
    }
  }

  function end(provider: string, failure?: string) {
    const span = open.get(provider)
    if (failure) span?.setStatus({ code: SpanStatusCode.ERROR, message: failure })
    span?.end()
    open.delete(provider)
  }

  const follow = (auth: AuthClient) =>
    auth.onEvent((event) => {
      const { type, provider } = event
      if (type === 'signInStarted' || type === 'refreshStarted') {
        end(provider)
        const name = type === 'signInStarted' ? 'takokit sign-in' : 'takokit refresh'
        open.set(provider, tracer.startSpan(name, { attributes: { 'takokit.provider': provider } }))
      }
      if (type === 'signInFailed' || type === 'refreshDeferred') end(provider, event.code)
      if (type === 'sessionEnded') end(provider, event.reason)
      if (type === 'sessionStarted' || type === 'tokensRefreshed') end(provider)
    })

  return { fetch: tracedFetch, follow }
}
