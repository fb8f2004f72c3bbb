// One refresh through page, relay and emulator, recorded by OpenTelemetry's own SDK. Prints what it recorded, as JSON.
import { metrics, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import {
  createAuthClient,
  memoryStorage,
  refreshSession,
  relayed,
  restoreSession,
  tako,
} from '@takokit/core'
import { createEmulator } from '@takokit/emulator'
import { createRelay, memoryStore } from '@takokit/relay'
import { createBrowser, testOrigin } from './createBrowser.js'
import { createTracing } from './openTelemetryPage.js'
import { withTelemetry } from './openTelemetryRelay.js'

const spans = new InMemorySpanExporter()
trace.setGlobalTracerProvider(
  new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }),
)
const figures = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
const reader = new PeriodicExportingMetricReader({ exporter: figures })
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }))

const tracer = trace.getTracer('dapp')
const traceparents: (string | null)[] = []
const emulator = createEmulator()
const relay = createRelay({
  providers: [tako()],
  secret: 'a development secret of 32 letters',
  origin: testOrigin,
  store: memoryStore(),
  logger: () => {},
  ...withTelemetry({
    tracer,
    meter: metrics.getMeter('relay'),
    fetch: (input, init) => {
      traceparents.push(new Headers(init.headers).get('traceparent'))
      return emulator.fetch(input, init)
    },
  }),
})

const tokens = await emulator.controls.issue('tako')
const { accessToken, refreshToken, expiresInMs } = tokens
const login = createBrowser({
  send: (request) =>
    relay.startSession(request, {
      provider: 'tako',
      tokens: { accessToken, refreshToken, expiresInMs },
    }),
})
await login.post('/login')

const url = `${testOrigin}/auth`
const browser = createBrowser({ send: (request) => relay.fetch(request), jar: login.jar })
const tracing = createTracing({ tracer, url, fetch: browser.fetch })
const page = createAuthClient({
  providers: [relayed({ provider: tako(), url })],
  storage: memoryStorage(),
  fetch: tracing.fetch,
})
const unfollow = tracing.follow(page)
await restoreSession(page)
spans.reset()
await refreshSession(page)
unfollow()
await reader.forceFlush()

console.log(
  JSON.stringify({
    spans: spans.getFinishedSpans().map((span) => ({
      name: span.name,
      traceId: span.spanContext().traceId,
      spanId: span.spanContext().spanId,
      parentId: span.parentSpanContext?.spanId,
      attributes: span.attributes,
      status: span.status.code,
    })),
    traceparent: traceparents.at(-1),
    figures: figures
      .getMetrics()
      .flatMap(({ scopeMetrics }) => scopeMetrics)
      .flatMap(({ metrics }) => metrics)
      .flatMap(({ descriptor, dataPoints }) =>
        dataPoints.map(({ attributes }) => ({ name: descriptor.name, attributes })),
      ),
    isTokenSeen: JSON.stringify(
      spans.getFinishedSpans().map(({ attributes }) => attributes),
    ).includes(accessToken),
  }),
)
process.exit()
