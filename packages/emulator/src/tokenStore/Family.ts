import type { FamilyCounters } from '../types/Counters.ts'
import type { TokenPair } from '../types/TokenPair.ts'

/** The tokens that descend from one sign-in. */
export interface Family extends FamilyCounters {
  /** Set where only the refresh tokens died (a changed password). */
  refreshRevoked: boolean
}

export interface RefreshEntry {
  family: Family
  expiresAt: number
  /** When it was first exchanged. */
  usedAt: number | null
  successor: TokenPair | null
  /** Requests under way that carry it. */
  active: number
}

export interface AccessEntry {
  family: Family
  expiresAt: number
}
