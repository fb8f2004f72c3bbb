import type { TokenProvider } from '../types/TokenProvider.ts'
import type { HeldTokens } from './HeldTokens.ts'
import type { Need } from './nextTryAt.ts'
import type { TabMemory } from './TabMemory.ts'

/** What one look at a record, and perhaps one presentation of its refresh token, needs to know. */
export interface AttemptParameters {
  provider: TokenProvider
  key: string
  /** What this tab holds now. */
  held: HeldTokens
  /** What it holds at the moment of asking; `undefined` once it is signed out. */
  heldNow: () => HeldTokens | undefined
  /** A generation that was refused or is not wanted: only a newer one will do. */
  staleGen: number | undefined
  /** Whether the lineage's lock is held, so that nobody else who lives is at it. */
  isLocked: boolean
  /** How much this tab lacks a good token. */
  need: Need
  /** Another tab holds newer tokens than it could store. */
  isUnsavedElsewhere: boolean
  /** How long this tab has seen the attempt that is on record, on the monotonic clock. */
  attemptSeenMs: (id: string) => number
  /** What is left until an instant. */
  leftMs: (until: number | undefined) => number
  /** Tells other tabs, before their turn comes, that the storage lags behind. */
  holdUnsaved: (held: HeldTokens) => Promise<void>
  /** What a tab remembers from one look to the next. */
  memory: TabMemory
}
