import { RelayRefusal } from '../types/RelayRefusal.ts'
import { redactError } from '../redact/redactError.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RelayStore } from '../types/RelayStore.ts'

/** Wraps a store: everything that it throws becomes the one answer there is, come back in a moment. */
export function guardStore(
  store: RelayStore,
  { log, timing, secrets }: Pick<RelayEngine, 'log' | 'timing' | 'secrets'>,
): RelayStore {
  /** A custom store may throw synchronously rather than reject. Its errors may quote what it was given. */
  async function guard<result>(
    working: () => Promise<result>,
    ...given: string[]
  ): Promise<result> {
    try {
      return await working()
    } catch (cause) {
      log({
        level: 'error',
        event: 'store-failed',
        error: redactError(cause, [...secrets(), ...given]),
      })
      throw new RelayRefusal(
        503,
        'relay/store-unavailable',
        'Sessions cannot be looked up for the moment. Nothing is lost.',
        { retryAfterMs: timing.storeWaitMs },
      )
    }
  }
  return {
    read: (key) => guard(() => store.read(key), key),
    write: (key, row) => guard(() => store.write(key, row), key, row.value),
    take: (key, limit) => guard(() => store.take(key, limit), key),
    changed: (key, rev, signal) => guard(() => store.changed(key, rev, signal), key),
    ping: () => guard(() => store.ping()),
    close: async () => store.close?.(),
  }
}
