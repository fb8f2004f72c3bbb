import type { Counters } from '../types/Counters.ts'
import type { Family } from './Family.ts'

/** The token families of one provider and their counters. */
export interface Families {
  /** Refresh requests with tokens that belong to no family. */
  unknown: number
  signIns: number
  create: (subject: string) => Family
  each: (subject: string | 'all', visit: (family: Family) => void) => void
  counters: () => Counters
  reset: () => void
}
