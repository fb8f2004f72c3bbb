import { randomBytes } from 'node:crypto'
import { type Context, type Meter, type Span, trace, type Tracer } from '@opentelemetry/api'
import {
  createAuthClient,
  memoryStorage,
  refreshSession,
  relayed,
  restoreSession,
  tako,
} from '@takokit/core'
import { expect, test } from 'vitest'
import { createTracing } from '../recipes/openTelemetryPage.ts'
import { withTelemetry } from '../recipes/openTelemetryRelay.ts'
import { createWorld } from '../../../packages/relay/src/testing/createWorld.ts'

interface Kept {
  name: string
  traceId: string
  spanId: string
  parentId: string | undefined
  attributes: Record<string, unknown>
  isEnded: boolean
}

const id = (bytes: number) => randomBytes(bytes).toString('hex')

/** A tracer that keeps its spans, as an SDK gives them ids. */
function createTracer() {
  const spans: Kept[] = []
  const startSpan: Tracer['startSpan'] = (name, options = {}, context?: Context) => {
    const parent = context && trace.getSpanContext(context)
    const kept: Kept = {
      name,
      traceId: parent?.traceId ?? id(16),
      spanId: id(8),
      parentId: parent?.spanId,
      attributes: { ...options.attributes },
      isEnded: false,
    }
    spans.push(kept)
    const { traceId, spanId } = kept
    const span = {
      spanContext: () => ({ traceId, spanId, traceFlags: 1 }),
      setAttribute: (key: string, value: unknown) =>
        Object.assign(kept.attributes, { [key]: value }),
      setStatus: () => span,
      end: () => {
        kept.isEnded = true
      },
    }
    return span as unknown as Span
  }
  return { spans, tracer: { startSpan } as Tracer }
}

/** A meter that keeps what it is told. */
function createMeter() {
  const told: { name: string; value: number; labels: unknown }[] = []
  const instrument = (name: string) => {
    const keep = (value: number, labels: unknown) => void told.push({ name, value, labels })
    return { record: keep, add: keep }
  }
  const meter = { createHistogram: instrument, createCounter: instrument }
  return { told, meter: meter as unknown as Meter }
}

/** Page, relay and provider, each with its telemetry in memory. */
function createTracedWorld() {
  const { spans, tracer } = createTracer()
  const { told, meter } = createMeter()
  const sent: Headers[] = []
  const telemetry = withTelemetry({
    tracer,
    meter,
    fetch: (input, init) => {
      sent.push(new Headers(init.headers))
      return world.emulator.fetch(input, init)
    },
  })
  const world: ReturnType<typeof createWorld> = createWorld(telemetry)
  const browser = world.browser()
  const tracing = createTracing({
    tracer,
    url: 'https://dapp.example/auth',
    fetch: browser.fetch,
  })
  const page = createAuthClient({
    providers: [relayed({ provider: tako(), url: 'https://dapp.example/auth' })],
    storage: memoryStorage(),
    fetch: tracing.fetch,
    onWarning: () => {},
  })
  tracing.follow(page)
  return { world, browser, page, spans, told, sent }
}

test('default: a refresh is one trace through page, relay and upstream', async () => {
  const { world, browser, page, spans, sent } = createTracedWorld()
  const { accessToken } = await world.start(browser, 'tako')
  await restoreSession(page)
  world.time.advance(60_000)
  spans.length = 0
  await refreshSession(page)
  const [refresh, request, upstream] = ['takokit refresh', 'takokit token', 'POST '].map((name) =>
    spans.find((span) => span.name.startsWith(name)),
  )
  expect(refresh?.traceId).toMatch(/^[0-9a-f]{32}$/)
  const traceId = refresh?.traceId ?? '-'
  expect(request).toMatchObject({ traceId, parentId: refresh?.spanId })
  expect(upstream).toMatchObject({
    name: 'POST api.tako.so/v2/refresh_token',
    traceId,
    parentId: request?.spanId,
  })
  expect(spans.filter(({ isEnded }) => !isEnded)).toEqual([])
  // The provider can continue it, and the log names it.
  expect(sent.at(-1)?.get('traceparent')).toBe(`00-${traceId}-${upstream?.spanId}-01`)
  expect(world.logs.some(({ requestId }) => requestId?.includes(traceId))).toBe(true)
  expect(JSON.stringify(spans)).not.toContain(accessToken)
})

test('behavior: metrics become figures by provider, call and outcome', async () => {
  const { world, browser, page, told } = createTracedWorld()
  await world.start(browser, 'tako')
  await restoreSession(page)
  world.time.advance(60_000)
  await refreshSession(page)
  expect(told.map(({ name, labels }) => ({ name, labels }))).toEqual(
    expect.arrayContaining([
      {
        name: 'takokit.relay.upstream.duration',
        labels: { provider: 'tako', call: 'refresh', outcome: 'ok' },
      },
      {
        name: 'takokit.relay.session.changes',
        labels: { provider: 'tako', change: 'renewed', reason: 'none' },
      },
    ]),
  )
})

test('behavior: requests that are not the relay’s are sent as they are', async () => {
  const seen: (RequestInit | undefined)[] = []
  const { spans, tracer } = createTracer()
  const { fetch: traced } = createTracing({
    tracer,
    url: 'https://dapp.example/auth',
    fetch: async (_, init) => {
      seen.push(init)
      return new Response()
    },
  })
  const init = { method: 'POST' }
  await traced('https://dapp.example/authors', init)
  await traced('https://api.tako.so/v2/token', init)
  expect(seen).toEqual([init, init])
  expect(spans).toEqual([])
})
