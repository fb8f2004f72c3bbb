import { RelayRefusal } from '../http/RelayRefusal.ts'
import { redactError } from '../redact/redactError.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RelayStore } from '../types/RelayStore.ts'

/** The store, with whatever it throws turned into the one answer there is to it: come back in a moment. */
export function guardStore(
  store: RelayStore,
  { log, timing }: Pick<RelayEngine, 'log' | 'timing'>,
): RelayStore {
  const guard = <result>(working: Promise<result>): Promise<result> =>
    working.catch((cause: unknown) => {
      log({ level: 'error', event: 'store-failed', error: redactError(cause) })
      throw new RelayRefusal(
        503,
        'relay/store-unavailable',
        'Sessions cannot be looked up for the moment. Nothing is lost.',
        { retryAfterMs: timing.storeWaitMs, cause },
      )
    })
  return {
    read: (key) => guard(store.read(key)),
    write: (key, row) => guard(store.write(key, row)),
    take: (key, limit) => guard(store.take(key, limit)),
    changed: (key, rev, signal) => guard(store.changed(key, rev, signal)),
    ping: () => guard(store.ping()),
    close: async () => store.close?.(),
  }
}
