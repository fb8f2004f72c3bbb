import type { Revoked } from '../types/Revoked.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { HeldTokens } from './HeldTokens.ts'
import type { RefreshResult } from './RefreshResult.ts'
import type { RefreshRequest } from './RefreshRequest.ts'
import type { EventDetail, SessionEvent, SessionState } from './transition.ts'

/** One session, (provider, account), as this tab holds it. */
export interface SessionController {
  readonly provider: TokenProvider
  readonly account: string | undefined
  /** The API that issues the tokens. */
  readonly api: string
  /** Names the session in storage and in locks: tabs whose providers ask different APIs do not meet. */
  readonly key: string
  state: () => SessionState
  held: () => HeldTokens | undefined
  snapshot: () => SessionSnapshot
  /** Takes note of what happened, and does what follows from it. */
  dispatch: (event: SessionEvent) => void
  /** Renews where it is due, and comes back when it will be. */
  check: () => void
  /** What is left of a wait, by the clock that says less: the one steps, and the other may stand still. */
  leftMs: (until: number | undefined) => number
  isDue: (held: HeldTokens) => boolean
  /** One refresh at a time: who asks while one flies waits for that one. */
  refresh: (wish: RefreshRequest) => Promise<RefreshResult>
  /** Reads the record again: another tab may have renewed it, signed out or in. */
  sync: () => Promise<void>
  /** The look that is under way, which callers wait for. */
  pendingSync: () => Promise<void> | undefined
  /** `account`: whose session is meant, where there is none here. */
  end: (reason: SessionReason, account?: string) => Promise<Revoked>
  /** Tells what happened, for a timeline. */
  emit: (event: EventDetail, gen?: number) => void
  /** Where a tab's storage is copied with the tab: whether the session is this tab's, and not its living twin's. */
  claim: (sid: string) => Promise<boolean>
  isDisposed: () => boolean
  /** Resolves when a sign-out that is under way is done. */
  dispose: () => Promise<void>
}
