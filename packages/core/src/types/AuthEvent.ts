import type { ErrorCode } from '../errors/ErrorCode.ts'
import type { Revoked } from './Revoked.ts'
import type { SessionReason } from './SessionStatus.ts'

/** What happened to a session, for a timeline. Holds no token, signature or secret. */
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
  /** What the provider answered to a sign-out made here. */
  | { type: 'signedOut'; revoked: Revoked }
)
