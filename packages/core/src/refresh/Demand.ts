import type { Need } from './nextTryAt.ts'
import type { RefreshResult } from './RefreshResult.ts'

/** The callers of a session in this tab that wait for a token. */
export interface Demand {
  /** Whether a caller waits for the refresh in flight. */
  isAwaited: () => boolean
  need: () => Need
  /** Tells a waiting caller in time that the answer is late. The refresh continues. */
  untilLate: (result: Promise<RefreshResult>) => Promise<RefreshResult>
}
