import type { QueryScope } from './QueryScope.ts'

/** A query or a mutation that belongs to a session. */
export interface CacheEntry {
  scope: QueryScope
  hasData: boolean
  /** Whether this page did not fetch its data: a persister restored it, or other code wrote it. */
  isForeign: boolean
  purge: () => void
  /** Fetches it for the session in use, if a component shows it. */
  refetch?: () => void
}
