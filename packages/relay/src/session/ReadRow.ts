import type { SessionRow } from '../types/SessionRow.ts'

/** A session's row as it was read, with the `rev` for a compare-and-set. */
export interface ReadRow {
  row: SessionRow | undefined
  rev: string | undefined
  ageMs: number
  /** There is a row, but this version cannot parse it: nothing may be concluded from it. */
  isUnreadable: boolean
}
