import type { SessionRow } from '../types/SessionRow.ts'

/** The row of a session without failures, refusals or an attempt. */
export function freshRow(of: Pick<SessionRow, 'gen' | 'untilAt' | 'sealed' | 'stays'>): SessionRow {
  return { v: 1, failures: 0, refusals: 0, lost: false, ...of }
}
