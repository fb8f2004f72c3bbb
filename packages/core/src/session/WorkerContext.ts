import type { Demand } from '../refresh/Demand.ts'
import type { Pauses } from '../refresh/Pauses.ts'
import type { UnsavedTokens } from '../refresh/holdUnsavedTokens.ts'
import type { Ending } from './createEnding.ts'
import type { Engine } from './Engine.ts'
import type { SessionController } from './SessionController.ts'

/** What the tasks of a session's worker share. */
export interface WorkerContext {
  readonly engine: Engine
  readonly session: SessionController
  readonly lockName: string
  readonly unsaved: UnsavedTokens
  readonly pauses: Pauses
  readonly demand: Demand
  readonly ending: Ending
}
