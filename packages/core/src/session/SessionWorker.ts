import type { RefreshResult } from './RefreshResult.ts'
import type { RefreshRequest } from './RefreshRequest.ts'
import type { SessionController } from './SessionController.ts'

/** What is done for a session once there is one. */
export interface SessionWorker {
  refresh: (wish: RefreshRequest) => Promise<RefreshResult>
  sync: () => Promise<void>
  end: SessionController['end']
  claim: SessionController['claim']
  /** The session changed: whoever waits looks again. */
  wake: () => void
  dispose: () => Promise<unknown> | undefined
}
