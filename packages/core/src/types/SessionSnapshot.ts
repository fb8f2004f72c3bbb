import type { Address } from 'viem'
import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { RefreshStatus, SessionReason, SessionStatus, SignInStep } from './SessionStatus.ts'

/** Everything that is known of one session at one moment. A new object per change. Instants are epoch milliseconds. */
export interface SessionSnapshot {
  readonly provider: string
  readonly account: string | undefined
  /** The wallet's address, for sessions that a wallet signed. */
  readonly address: Address | undefined
  readonly status: SessionStatus
  readonly step: SignInStep | undefined
  readonly refreshStatus: RefreshStatus
  readonly reason: SessionReason | undefined
  /** What last went wrong; gone once it is right again. */
  readonly error: TakoKitError | undefined
  /** The access token. Held in memory only: keep it out of caches, logs and URLs. */
  readonly token: string | undefined
  readonly sid: string | undefined
  readonly gen: number
  readonly startedAt: number | undefined
  readonly refreshedAt: number | undefined
  /** Which tab fetched the tokens: a random name per tab, or `undefined` where it is not known. */
  readonly refreshedBy: string | undefined
  readonly expiresAt: number | undefined
  /** When the next refresh or retry is due. */
  readonly nextRefreshAt: number | undefined
}

/** A session without what changes on a refresh. */
export type Session = Pick<
  SessionSnapshot,
  'provider' | 'account' | 'address' | 'status' | 'step' | 'reason' | 'error' | 'startedAt' | 'sid'
>
