import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import { freshLeftMs } from './lifetime.ts'

/** How long nothing may be sent for a session: the wait in its row, and less of it once its token is no longer valid. */
export function restLeftMs(
  { restMs = 0, dueRestMs = restMs }: SessionRow,
  { ageMs, session }: { ageMs: number; session: RelaySession },
  engine: Pick<RelayEngine, 'now' | 'timing'>,
): number {
  const validMs = ageMs + Math.max(0, freshLeftMs(session, engine))
  return Math.min(restMs, Math.max(dueRestMs, validMs)) - ageMs
}
