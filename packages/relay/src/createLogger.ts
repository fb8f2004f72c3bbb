import type { RelayConfig } from './config/RelayConfig.ts'
import type { RelayLogEntry } from './types/RelayLogEntry.ts'
import type { RelayMetric } from './types/RelayMetric.ts'

type RequestMetric = RelayMetric & { type: 'request' }

/** Writes log entries and counts. Neither a logger nor a counter that throws keeps a request from its answer. */
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
    request(entry: Omit<RequestMetric, 'type'> & Pick<RelayLogEntry, 'requestId' | 'error'>): void {
      const { requestId, error, ...counted } = entry
      metric({ type: 'request', ...counted })
      const level = entry.status >= 500 ? 'error' : entry.status >= 400 ? 'warn' : 'info'
      log({ level, event: 'request', requestId, ...counted, ...(error && { error }) })
    },
  }
}

/** A logger may be asynchronous: a rejection that nobody handles would end the process, and be printed. */
function attempt(task: () => unknown): void {
  try {
    Promise.resolve(task()).catch(() => {})
  } catch {
    // Nobody is left to be told.
  }
}
