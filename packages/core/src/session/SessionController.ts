import type { Revoked } from '../types/Revoked.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { SessionSnapshot } from '../types/SessionSnapshot.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { HeldTokens } from '../refresh/HeldTokens.ts'
import type { RefreshResult } from '../refresh/RefreshResult.ts'
import type { RefreshRequest } from '../refresh/RefreshRequest.ts'
import type { SessionEvent } from './SessionEvent.ts'
import type { SessionState } from './SessionState.ts'
import type { EventDetail } from './StateChange.ts'

/** One session, (provider, account), as this tab holds it. */
export interface SessionController {
  readonly provider: TokenProvider
  readonly account: string | undefined
  /** The API that issues the tokens. */
  readonly api: string
  /** Names the session in storage and in locks. Tabs whose providers use different APIs share no key. */
  readonly key: string
  state: () => SessionState
  held: () => HeldTokens | undefined
  snapshot: () => SessionSnapshot
  /** Applies an event to the state and carries out its effects. */
  dispatch: (event: SessionEvent) => void
  /** Refreshes if that is due; otherwise schedules the next check. */
  check: () => void
  /** The time left of a wait, by the clock that gives less: one steps, and the other may stop during sleep. */
  leftMs: (until: number | undefined, mostMs?: number) => number
  isDue: (held: HeldTokens) => boolean
  /** Refreshes the tokens, one refresh at a time: a call during a refresh waits for that one. */
  refresh: (wish: RefreshRequest) => Promise<RefreshResult>
  /** Reads the record again: another tab may have refreshed it, signed out or signed in. */
  sync: () => Promise<void>
  /** The sync in progress, for which callers wait. */
  pendingSync: () => Promise<void> | undefined
  /**
   * Signs out. `account`: the account to sign out if this controller has no session. `isReplaced`: another account took its place at
   * the server, and the storage says so already.
   */
  end: (reason: SessionReason, account?: string, isReplaced?: boolean) => Promise<Revoked>
  /** Emits an event for a timeline. */
  emit: (event: EventDetail, gen?: number) => void
  /** For storage that is copied when a tab is duplicated: whether this tab, and not the other copy, has the session. */
  claim: (sid: string) => Promise<boolean>
  isDisposed: () => boolean
  /** Resolves when a sign-out in progress has finished. */
  dispose: () => Promise<void>
}
