import type { RequestRecord } from '../types/RequestRecord.ts'

/** The number of requests. */
export type RequestCounts = {
  readonly total: number
  /** Requests that opened, or would have opened, a window of the wallet. */
  readonly prompts: number
  readonly byMethod: Readonly<Record<string, number>>
}

export function countRequests(log: readonly RequestRecord[]): RequestCounts {
  const byMethod: Record<string, number> = {}
  for (const { method } of log) byMethod[method] = (byMethod[method] ?? 0) + 1
  return { total: log.length, prompts: log.filter((record) => record.isPrompt).length, byMethod }
}
