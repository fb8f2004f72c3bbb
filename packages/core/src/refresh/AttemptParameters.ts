import type { TokenProvider } from '../types/TokenProvider.ts'
import type { HeldTokens } from './HeldTokens.ts'
import type { UnsavedTokens } from './holdUnsavedTokens.ts'
import type { Need } from './nextTryAt.ts'
import type { TabMemory } from './TabMemory.ts'

/** The input of one attempt: the stored record is read, and its refresh token may be sent. */
export interface AttemptParameters {
  provider: TokenProvider
  key: string
  /** The tokens that this tab holds now. */
  held: HeldTokens
  /** The tokens that it holds when called; `undefined` once it is signed out. */
  heldNow: () => HeldTokens | undefined
  /** A generation that was refused or is not accepted: only a newer one satisfies the request. */
  staleGen: number | undefined
  /** Whether this tab holds the session's lock, so that no other running tab refreshes it. */
  isLocked: boolean
  /** How urgently this tab needs a valid token. */
  need: Need
  /** Another tab holds newer tokens that it could not store. */
  isUnsavedElsewhere: boolean
  /** The time left until an instant, of a wait that is `mostMs` long as a whole. */
  leftMs: (until: number | undefined, mostMs?: number) => number
  /** Tokens that this tab could not store. */
  unsaved: UnsavedTokens
  /** What this tab keeps from one attempt to the next. */
  memory: TabMemory
}
