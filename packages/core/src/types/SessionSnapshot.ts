import type { Address } from 'viem'
import type { TakoKitError } from '../errors/TakoKitError.ts'
import type { RefreshStatus, SessionReason, SessionStatus, SignInStep } from './SessionStatus.ts'

/** The state of one session at one moment. Each change creates a new object. Instants are epoch milliseconds. */
export interface SessionSnapshot {
  /** The name of the session's provider. */
  readonly provider: string
  /** The session's account: an address for a wallet's, else the provider's subject. */
  readonly account: string | undefined
  /** The wallet's address, for sessions that began with a wallet's signature. */
  readonly address: Address | undefined
  readonly status: SessionStatus
  readonly step: SignInStep | undefined
  readonly refreshStatus: RefreshStatus
  readonly reason: SessionReason | undefined
  /** The last failure; `undefined` after the next success. */
  readonly error: TakoKitError | undefined
  /** The access token. Held in memory only: keep it out of caches, logs and URLs. */
  readonly token: string | undefined
  /** The random id of the session, new with each sign-in; `undefined` without a session. */
  readonly sid: string | undefined
  /** A number that grows with each pair of tokens. */
  readonly gen: number
  /** When the session began. */
  readonly startedAt: number | undefined
  /** When the tokens were fetched. */
  readonly refreshedAt: number | undefined
  /** The tab that fetched the tokens: a random name per tab, or `undefined` if unknown. */
  readonly refreshedBy: string | undefined
  /** When the access token expires. */
  readonly expiresAt: number | undefined
  /** When the next refresh or retry is due. */
  readonly nextRefreshAt: number | undefined
}

/** The members of a snapshot that a refresh does not change. */
export type Session = Pick<
  SessionSnapshot,
  'provider' | 'account' | 'address' | 'status' | 'step' | 'reason' | 'error' | 'startedAt' | 'sid'
>
