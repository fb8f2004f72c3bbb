import type { RelayConfig } from './config/RelayConfig.ts'
import type { RelayLogEntry } from './types/RelayLogEntry.ts'
import type { RelayMetric } from './types/RelayMetric.ts'

type RequestMetric = RelayMetric & { type: 'request' }

/** What is logged and counted of a request. */
export type RequestEntry = Omit<RequestMetric, 'type'> & Pick<RelayLogEntry, 'requestId' | 'error'>

/** Writes log entries and metrics. A logger or metrics function that throws does not affect the response. */
export function createLogger({
  logger,
  metrics,
  now,
}: Pick<RelayConfig, 'logger' | 'metrics' | 'now'>) {
  function log(entry: Omit<RelayLogEntry, 'at'>): void {
    attempt(() => logger?.({ at: now(), ...entry }))
  }

  function metric(one: RelayMetric): void {
    attempt(() => metrics(one))
  }

  return {
    log,
    metric,
    request(entry: RequestEntry): void {
      const { requestId, error, ...counted } = entry
      metric({ type: 'request', ...counted })
      const level = entry.status >= 500 ? 'error' : entry.status >= 400 ? 'warn' : 'info'
      log({ level, event: 'request', requestId, ...counted, ...(error && { error }) })
    },
  }
}

/** A logger may be asynchronous: an unhandled rejection would end the process, and print its text. */
function attempt(task: () => unknown): void {
  try {
    const result = task()
    if (result !== undefined) Promise.resolve(result).catch(() => {})
  } catch {
    // There is no one left to report to.
  }
}
