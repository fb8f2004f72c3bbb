import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { IssuedTokens } from '../types/IssuedTokens.ts'
import type { Locks } from '../types/Platform.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { SessionRecord } from '../types/SessionRecord.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { Accounts } from './Accounts.ts'
import type { BeginParameters } from './BeginParameters.ts'
import type { CompleteParameters } from './CompleteParameters.ts'
import type { EngineOptions } from '../refresh/EngineOptions.ts'
import type { RefreshEngine } from '../refresh/RefreshEngine.ts'
import type { Challenges } from './Challenges.ts'
import type { SessionWorker } from './SessionWorker.ts'
import type { SessionController } from './SessionController.ts'
import type { LateEvent } from './SessionEvent.ts'
import type { Sessions } from './Sessions.ts'
import type { SessionState } from './SessionState.ts'
import type { StateChange } from './StateChange.ts'

/** What all sessions of a client share. */
export interface Engine extends RefreshEngine {
  /** Loads the code that a page needs only once there is a session or a sign-in. */
  readonly parts: () => Promise<Parts>
  /** What {@link Engine.parts} loaded. */
  loaded?: Parts | undefined
  /** The challenges that were requested ahead; `undefined` before the first. */
  challenges?: Challenges | undefined
}

/** The code that is loaded with the first session or sign-in. */
export interface Parts {
  beginSession: (engine: Engine, parameters: BeginParameters) => Promise<boolean>
  challengesOf: (engine: Engine) => Challenges
  completeSignIn: (engine: Engine, parameters: CompleteParameters) => Promise<void>
  fetchWithToken: (
    engine: Engine,
    session: SessionController,
    target: string | Request,
    init: RequestInit,
  ) => Promise<Response>
  findSession: (
    sessions: Sessions,
    which: SessionParameters,
    signal?: AbortSignal | null,
  ) => Promise<SessionController>
  freshToken: (
    engine: Engine,
    session: SessionController,
    wish: {
      minValidityMs?: number | undefined
      signal?: AbortSignal | null | undefined
      /** The request carries the session's cookie, and needs no token. */
      isForCookie?: boolean | undefined
    },
  ) => Promise<{ token: string; gen: number }>
  issuedTokens: (
    engine: Engine,
    provider: TokenProvider,
    issued: IssuedTokens,
  ) => Pick<BeginParameters, 'tokens' | 'requestedAt' | 'monotonicAt'>
  lateOptions: Partial<EngineOptions>
  restoreRelayed: (engine: Engine, provider: TokenProvider, accounts: Accounts) => Promise<void>
  createSessionWorker: (engine: Engine, session: SessionController) => SessionWorker
  toSignInError: (
    engine: Engine,
    session: SessionController,
    failure: { cause: unknown; signal: AbortSignal },
  ) => TakoKitError
  transitionLate: (state: SessionState, event: LateEvent) => StateChange
  raceAbort: <value>(promise: Promise<value>, signal?: AbortSignal | null) => Promise<value>
  warnOfOther: (
    engine: Engine,
    session: Pick<SessionController, 'provider' | 'api'>,
    record: Pick<SessionRecord, 'api'>,
  ) => void
  webLocks: (manager: LockManager, onBroken?: () => void) => Locks
}
