import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { SessionReason } from '../types/SessionStatus.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { HeldTokens } from './HeldTokens.ts'

/** What came of looking at the record and, perhaps, presenting its refresh token. */
export type AttemptResult =
  | { type: 'renewed'; held: HeldTokens; isSaved: boolean }
  | { type: 'adopted'; held: HeldTokens }
  | { type: 'again'; delayMs: number; error?: TakoKitError | undefined }
  | {
      type: 'deferred'
      retryAt: number
      error?: TakoKitError | undefined
      /** It was tried just now. */
      isTried?: boolean
    }
  | {
      type: 'ended'
      reason: SessionReason
      isOwn: boolean
      error?: TakoKitError | undefined
      /** Tokens that came for a session that had ended meanwhile: to be revoked. */
      late?: TokenSet | undefined
    }
