import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/** One generation of tokens, as a tab holds it. */
export interface HeldTokens {
  record: SessionRecord
  /** Absent where a relay keeps them and was not asked yet. */
  tokens: TokenSet | undefined
  /** The monotonic clock when they were asked for. */
  monotonicAt: number
  /** In [0, 1): this tab's place within the spread of the soft deadline. */
  jitter: number
}
