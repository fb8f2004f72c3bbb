import type { RequestRecord } from '../types/RequestRecord.ts'

export type RequestLog = ReturnType<typeof createRequestLog>

/** Records requests in order: the newest thousand, so that a page left open does not grow. */
export function createRequestLog() {
  let lastId = 0
  let records: readonly RequestRecord[] = []

  function update(id: number, change: Partial<RequestRecord>) {
    records = records.map((record) => (record.id === id ? { ...record, ...change } : record))
  }

  return {
    get: () => records,
    add(method: string): RequestRecord {
      lastId += 1
      const record = {
        id: lastId,
        method,
        receivedAt: Date.now(),
        isPrompt: false,
        outcome: 'open',
      } as const
      records = [...records.slice(-999), record]
      return record
    },
    markPrompt: (id: number) => update(id, { isPrompt: true }),
    answered: (id: number) => update(id, { outcome: 'answered' }),
    failed(id: number, error: unknown) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      update(id, { outcome: 'failed', ...(typeof code === 'number' ? { errorCode: code } : {}) })
    },
  }
}
