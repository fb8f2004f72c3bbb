import type { SessionRow } from '../types/SessionRow.ts'

/** The row of a session that nothing is wrong with. */
export function freshRow(
  of: Pick<SessionRow, 'gen' | 'untilAt'> & Pick<Partial<SessionRow>, 'sealed' | 'stays'>,
): SessionRow {
  const { gen, untilAt, sealed, stays } = of
  return { v: 1, gen, sealed, failures: 0, refusals: 0, lost: false, untilAt, stays }
}
