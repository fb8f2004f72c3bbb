import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { HeldTokens } from './HeldTokens.ts'
import type { Need } from './nextTryAt.ts'

/** The result of reading the record and, if needed, sending its refresh token. */
export type AttemptResult =
  | { type: 'renewed'; held: HeldTokens; isSaved: boolean }
  | {
      type: 'adopted'
      held: HeldTokens
      /** The tab that renewed them may have frozen before it told the others. */
      isUntold?: boolean
    }
  | { type: 'again'; delayMs: number; error?: TakoKitError | undefined }
  | {
      type: 'deferred'
      retryAt: number
      error?: TakoKitError | undefined
      /** A request was sent just now. */
      isTried?: boolean
      /** How urgent a token was when the wait was chosen. */
      need?: Need
    }
  | {
      type: 'ended'
      reason: SessionReason
      isOwn: boolean
      error?: TakoKitError | undefined
      /** Tokens that arrived after the session had ended: they are to be revoked. */
      late?: TokenSet | undefined
    }
