import type { ErrorCode } from '../errors/ErrorCode.ts'
import type { Revoked } from './Revoked.ts'
import type { SessionReason } from './SessionStatus.ts'

/** An event of a session, for a timeline. Contains no token, signature or secret. */
export type AuthEvent = {
  /** Epoch milliseconds. */
  at: number
  provider: string
  account: string | undefined
  gen: number
} & (
  | { type: 'restored' | 'signInStarted' | 'messageSigned' | 'sessionStarted' | 'refreshStarted' }
  | { type: 'signInFailed'; code: ErrorCode }
  | { type: 'tokensRefreshed'; by: string | undefined; isOwn: boolean; expiresAt: number }
  | { type: 'refreshDeferred'; code: ErrorCode; retryAt: number | undefined }
  | { type: 'sessionEnded'; reason: SessionReason }
  /** The provider's answer to a sign-out in this tab. */
  | { type: 'signedOut'; revoked: Revoked }
)
