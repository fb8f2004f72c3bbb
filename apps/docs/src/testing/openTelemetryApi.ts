// The part of `@opentelemetry/api` that the recipes use, in place of it: where it is installed it becomes a peer of Vitest and of the
// Redis client, in every package. `packages/test/src/matrix/telemetry.install.ts` runs the recipes with OpenTelemetry's own.

interface SpanContext {
  traceId: string
  spanId: string
  traceFlags: number
}
type Attributes = Record<string, string | number>
export interface Span {
  spanContext: () => SpanContext
  setAttribute: (key: string, value: string | number) => Span
  setStatus: (status: { code: number; message?: string }) => Span
  end: () => void
}
export interface Tracer {
  startSpan: (
    name: string,
    options?: { kind?: number; attributes?: Attributes },
    context?: Context,
  ) => Span
}
interface Instrument {
  record: (value: number, attributes: Attributes) => void
  add: (value: number, attributes: Attributes) => void
}
export interface Meter {
  createHistogram: (name: string, options?: { unit?: string }) => Pick<Instrument, 'record'>
  createCounter: (name: string) => Pick<Instrument, 'add'>
}
export interface Context {
  span?: Pick<Span, 'spanContext'>
}

export const ROOT_CONTEXT: Context = {}
export const SpanKind = { INTERNAL: 0, SERVER: 1, CLIENT: 2 } as const
export const SpanStatusCode = { UNSET: 0, OK: 1, ERROR: 2 } as const
export const context = { active: () => ROOT_CONTEXT }
export const trace = {
  setSpan: (_: Context, span: Span): Context => ({ span }),
  setSpanContext: (_: Context, given: SpanContext & { isRemote?: boolean }): Context => ({
    span: { spanContext: () => given },
  }),
  getSpanContext: ({ span }: Context) => span?.spanContext(),
}
