import { finishResponse } from '../http/finishResponse.ts'
import type { RelayEngine, Trace } from '../RelayEngine.ts'

/** Whether this process can do its work now: it lives, has its secret, and can write to its store. */
export async function health(
  { store, sealer }: RelayEngine,
  { requestId }: Trace,
): Promise<Response> {
  // A secret that is missing is found here, not by the first user: 500, with what is wrong in the log.
  await sealer.seal('healthz', {})
  try {
    await store.ping()
    return finishResponse({ status: 'ok' }, { status: 200, requestId })
  } catch {
    return finishResponse({ status: 'store unavailable' }, { status: 503, requestId })
  }
}
