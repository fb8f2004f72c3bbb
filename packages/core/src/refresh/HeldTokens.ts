import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenSet } from '../types/TokenSet.ts'

/** One generation of tokens, as a tab holds it. */
export interface HeldTokens {
  record: SessionRecord
  /** Absent if a relay keeps them and was not asked yet. */
  tokens: TokenSet | undefined
  /** The monotonic clock when the tokens were requested. */
  monotonicAt: number
  /** In [0, 1): the position of this tab within the spread of the soft deadline. */
  jitter: number
}
