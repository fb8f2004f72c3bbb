import type { EndReason, SessionRow } from '../types/SessionRow.ts'

/**
 * Why a generation of a session is over. Signing out ends all of them; a refusal ends the generation that was refused and
 * those before it, since a token that was spent long ago may be refused while its successor is fine.
 */
export function endOf(row: SessionRow | undefined, gen: number): EndReason | undefined {
  if (!row?.ended) return undefined
  return row.ended === 'signed-out' || row.gen >= gen ? row.ended : undefined
}
