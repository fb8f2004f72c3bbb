// OpenTelemetry on the server: a span per request upstream, in the trace that the page began, and figures from `metrics`. The page's
// half is `openTelemetryPage.ts`.
import type { RelayOptions } from '@takokit/relay'
import {
  type Meter,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api'

export interface TelemetryOptions {
  tracer: Tracer
  meter: Meter
  /** Default: the platform's. */
  fetch?: NonNullable<RelayOptions['fetch']>
}

/** For `createRelay({ …, ...withTelemetry({ tracer, meter }) })`. */
export function withTelemetry({
  tracer,
  meter,
  fetch: send = fetch,
}: TelemetryOptions): Pick<RelayOptions, 'fetch' | 'metrics' | 'trustRequestId'> {
  const requests = meter.createHistogram('takokit.relay.request.duration', { unit: 'ms' })
  const calls = meter.createHistogram('takokit.relay.upstream.duration', { unit: 'ms' })
  const changes = meter.createCounter('takokit.relay.session.changes')
  return {
    // The page names its trace. The id grants nothing: a made-up one only joins a trace that does not exist.
    trustRequestId: true,
    metrics(metric) {
      const { provider = 'none' } = metric
      if (metric.type === 'request')
        requests.record(metric.durationMs, { provider, route: metric.route, status: metric.status })
      if (metric.type === 'upstream')
        calls.record(metric.durationMs, { provider, call: metric.call, outcome: metric.outcome })
      if (metric.type === 'session')
        changes.add(1, { provider, change: metric.change, reason: metric.reason ?? 'none' })
    },
    async fetch(input, init) {
      const headers = new Headers(init.headers)
      // Not the whole URL: one provider has its token in the query.
      const { host, pathname } = new URL(input)
      const span = tracer.startSpan(
        `${init.method ?? 'GET'} ${host}${pathname}`,
        { kind: SpanKind.CLIENT },
        parentOf(headers.get('x-request-id')),
      )
      const { traceId, spanId, traceFlags } = span.spanContext()
      headers.set('traceparent', `00-${traceId}-${spanId}-0${traceFlags & 1}`)
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
    },
  }
}

/** The page's span, if it sent one. */
function parentOf(requestId: string | null) {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-(0[01])$/.exec(requestId ?? '') ?? []
  if (!traceId || !spanId) return undefined
  const traceFlags = Number(flags)
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
}
