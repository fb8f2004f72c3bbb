import type { EndReason, SessionRow } from '../types/SessionRow.ts'

/**
 * Why a generation of a session is over. A sign-out ends all generations. A refusal ends the refused generation and earlier
 * ones: a token that was used long ago may be refused while its successor is valid.
 */
export function endOf(row: SessionRow | undefined, gen: number): EndReason | undefined {
  if (!row?.ended) return undefined
  return row.ended === 'signed-out' || row.gen >= gen ? row.ended : undefined
}
