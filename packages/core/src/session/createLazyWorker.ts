import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'
import type { SessionWorker } from './SessionWorker.ts'

/** Loads the {@link SessionWorker} of a session on first use. */
export interface LazyWorker extends Pick<SessionController, 'sync' | 'pendingSync'> {
  load: () => Promise<SessionWorker>
  /** `undefined` before the first use. */
  loading: () => Promise<SessionWorker> | undefined
}

export function createLazyWorker(engine: Engine, session: () => SessionController): LazyWorker {
  let loading: Promise<SessionWorker> | undefined
  let pendingSync: Promise<void> | undefined
  let requestedSyncs = 0

  function load(): Promise<SessionWorker> {
    const prepare = async () => session().provider.prepare?.()
    loading ??= Promise.all([engine.parts(), prepare()]).then(
      ([parts]) => parts.createSessionWorker(engine, session()),
      (cause: unknown) => {
        loading = undefined
        throw cause
      },
    )
    return loading
  }

  /** A sync that is requested during a read may concern a later change, so the record is read once more. */
  async function syncUntilCurrent(): Promise<void> {
    try {
      for (let seen = 0; seen < requestedSyncs; ) {
        seen = requestedSyncs
        await (await load()).sync()
      }
    } catch {
    } finally {
      pendingSync = undefined
    }
  }

  return {
    load,
    loading: () => loading,
    sync() {
      requestedSyncs++
      pendingSync ??= syncUntilCurrent()
      return pendingSync
    },
    pendingSync: () => pendingSync,
  }
}
