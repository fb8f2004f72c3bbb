import { finishResponse } from '../http/finishResponse.ts'
import type { RelayAnswer } from '../http/RelayAnswer.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'

/** Whether this process can work now: it runs, has its secret, and can write to its store. */
export async function health(
  { store, sealer }: RelayEngine,
  { requestId }: Trace,
): Promise<RelayAnswer> {
  // A missing secret shows here, not at the first user's request: 500, with the cause in the log.
  await sealer.seal('healthz', {})
  try {
    await store.ping()
    return finishResponse({ status: 'ok' }, { status: 200, requestId })
  } catch {
    return finishResponse({ status: 'store unavailable' }, { status: 503, requestId })
  }
}
