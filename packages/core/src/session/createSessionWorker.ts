import { holdUnsavedTokens } from '../refresh/holdUnsavedTokens.ts'
import { createDemand } from './createDemand.ts'
import { createEnding } from './createEnding.ts'
import { createPauses } from './createPauses.ts'
import { createRefresher } from './createRefresher.ts'
import type { Engine } from './Engine.ts'
import { lockNameOf } from './lockNameOf.ts'
import type { SessionController } from './SessionController.ts'
import type { SessionWorker } from './SessionWorker.ts'
import { syncStored } from './syncStored.ts'
import type { WorkerContext } from './WorkerContext.ts'

/** Refreshes a session, follows the changes of other tabs, and ends it. */
export function createSessionWorker(engine: Engine, session: SessionController): SessionWorker {
  const { platform } = engine
  const lockName = lockNameOf(engine, session)
  const unsaved = holdUnsavedTokens(engine, session.key, lockName, () =>
    session.dispatch({ type: 'tokensStored' }),
  )
  const pauses = createPauses(platform)
  const demand = createDemand(engine, session)
  const ending = createEnding(engine, session, { lockName, unsaved })
  const context: WorkerContext = { engine, session, lockName, unsaved, pauses, demand, ending }
  const refresh = createRefresher(context)
  let unclaim: (() => void) | undefined

  return {
    refresh,
    sync: () => syncStored(context, () => void refresh({ isAwaited: false })),
    end: ending.end,
    async claim(sid) {
      if (!platform.locks) return true
      const name = `takokit:${engine.namespace}:sid:${sid}`
      const release = await platform.locks.hold(name, 2_000)
      unclaim?.()
      unclaim = release
      if (session.isDisposed()) release?.()
      return release !== undefined
    },
    wake: pauses.wake,
    dispose() {
      pauses.wake()
      unsaved.leave()
      unclaim?.()
      return ending.pending()
    },
  }
}
