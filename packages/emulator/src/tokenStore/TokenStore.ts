import type { TokenPair } from '../types/TokenPair.ts'
import type { Families } from './Families.ts'
import type { Family } from './Family.ts'

export type RefusalReason = 'unknown' | 'expired' | 'revoked' | 'reused' | 'no-user'

export type Presentation =
  | { type: 'rotated'; pair: TokenPair; family: Family; reused: boolean }
  | { type: 'refused'; reason: RefusalReason; family: Family | null; reused: boolean }

export type Authorization =
  | { type: 'ok'; subject: string; family: Family }
  | { type: 'refused'; reason: RefusalReason }

/** Every token of one provider: its subject, expiry and state. */
export interface TokenStore {
  families: Families
  present: (token: string) => Promise<Presentation>
  issue: (subject: string) => TokenPair
  /** Records the arrival of a request with this token; call the result when it has been answered. */
  arrive: (token: string) => Promise<() => void>
  authorize: (token: string) => Promise<Authorization>
  /** Revokes the family of one refresh token; false if it is unknown. */
  revokeToken: (token: string) => Promise<boolean>
  revoke: (subject: string | 'all') => void
  /** Revokes only the refresh tokens of a subject, as after a changed password. */
  revokeRefreshTokens: (subject: string) => void
  removeUser: (subject: string) => void
  expireAccess: (subject?: string | 'all') => void
}
