import type { RefreshResult } from '../refresh/RefreshResult.ts'
import type { RefreshRequest } from '../refresh/RefreshRequest.ts'
import type { SessionController } from './SessionController.ts'

/** The lazy half of a {@link SessionController}: refresh, sync and sign-out. */
export interface SessionWorker {
  refresh: (wish: RefreshRequest) => Promise<RefreshResult>
  sync: () => Promise<void>
  end: SessionController['end']
  claim: SessionController['claim']
  /** The session changed: ends all pauses, so that waiting code reads the record again. */
  wake: () => void
  dispose: () => Promise<unknown> | undefined
}
