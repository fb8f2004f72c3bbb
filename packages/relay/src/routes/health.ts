import { finishResponse } from '../http/finishResponse.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'

/** Whether this process can do its work now: it lives, and reaches its store. */
export async function health({ store }: RelayEngine, { requestId }: Trace): Promise<Response> {
  try {
    await store.ping()
    return finishResponse({ status: 'ok' }, { status: 200, requestId })
  } catch {
    return finishResponse({ status: 'store unavailable' }, { status: 503, requestId })
  }
}
