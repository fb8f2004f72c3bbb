import { sealForRow } from '../cookies/sealSession.ts'
import type { RelayEngine } from '../RelayEngine.ts'
import type { RelaySession } from '../types/RelaySession.ts'
import type { SessionRow } from '../types/SessionRow.ts'
import type { OpenedSession } from './OpenedSession.ts'
import { rememberUntil } from './rememberUntil.ts'
import type { ReadRow } from './ReadRow.ts'
import { writeRow } from './rows.ts'

/**
 * The session with a later end, if its current one is past half: a session used daily lasts up to its absolute end.
 * `undefined` if there is nothing to extend.
 */
export async function extendSession(
  engine: RelayEngine,
  provider: string,
  { session }: OpenedSession,
  { row, rev }: ReadRow,
): Promise<RelaySession | undefined> {
  const { sid, startedAt } = session
  const isInFirstHalf = session.untilAt - engine.now() >= engine.timing.sessionMs / 2
  const untilAt = rememberUntil(engine, { startedAt })
  if (isInFirstHalf || untilAt <= session.untilAt) return undefined
  const extended = { ...session, untilAt }
  if (!row?.stays) return extended
  // If the tokens are in the store, the row must last as long as the cookie that names it.
  if (!isAtRest(row)) return undefined
  const sealed = await sealForRow(engine, provider, extended)
  const isKept = await writeRow(engine, sid, rev, { ...row, sealed, untilAt })
  return isKept ? extended : undefined
}

/** Whether no duration in the row is counted from its write. */
function isAtRest({ attempt, restMs }: SessionRow): boolean {
  return attempt === undefined && restMs === undefined
}
