import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { HeldTokens } from '../refresh/HeldTokens.ts'
import type { SessionReason } from '../types/SessionStatus.ts'

/** A fact that changes the state of a session. */
export type SessionEvent = EarlyEvent | LateEvent

/** May happen before the rest of the kit is loaded. */
export type EarlyEvent =
  | { type: 'restored'; held: HeldTokens | undefined }
  | { type: 'signInStarted' }
  | { type: 'signInFailed'; error: TakoKitError }

/** Dispatched by code of `parts.ts` only. */
export type LateEvent =
  /** `isChecked`: the signature passed the check, and the provider comes next. */
  | { type: 'messageSigned'; isChecked: boolean }
  /** Tells waiting callers why the answer is late: it is retried, or only slow. */
  | { type: 'answerLate'; error: TakoKitError; retryAt: number | undefined }
  | { type: 'sessionStarted'; held: HeldTokens }
  | { type: 'refreshStarted' }
  | { type: 'tokensRefreshed'; held: HeldTokens; isOwn: boolean }
  /** Tokens that could not be stored when they were refreshed are stored now. */
  | { type: 'tokensStored' }
  | { type: 'refreshDeferred'; error: TakoKitError | undefined; retryAt: number | undefined }
  | {
      type: 'sessionEnded'
      reason: SessionReason
      isOwn: boolean
      error?: TakoKitError | undefined
    }
