import type { RefreshResult } from './RefreshResult.ts'
import type { RefreshWish } from './RefreshWish.ts'
import type { SessionRunner } from './SessionRunner.ts'

/** What is done for a session once there is one. */
export interface SessionCare {
  refresh: (wish: RefreshWish) => Promise<RefreshResult>
  look: () => Promise<void>
  end: SessionRunner['end']
  claim: SessionRunner['claim']
  /** The session changed: whoever waits looks again. */
  wake: () => void
  dispose: () => Promise<unknown> | undefined
}
