import type { FamilyCounters } from '../types/Counters.ts'
import type { TokenPair } from '../types/TokenPair.ts'

/** The tokens that descend from one sign-in. */
export interface Family extends FamilyCounters {
  /** Set if only the refresh tokens were revoked (a changed password). */
  refreshRevoked: boolean
}

export interface RefreshEntry {
  family: Family
  expiresAt: number
  /** When it was first exchanged. */
  usedAt: number | null
  successor: TokenPair | null
  /** In-flight requests with it. */
  active: number
}

export interface AccessEntry {
  family: Family
  expiresAt: number
}
