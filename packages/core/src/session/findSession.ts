import type { SessionParameters } from '../types/SessionParameters.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import type { SessionRunner } from './createSession.ts'
import type { Sessions } from './createSessions.ts'

/** The session asked for, once it is known whether there is one. */
export async function findSession(
  sessions: Sessions,
  which: SessionParameters,
  signal?: AbortSignal | null,
): Promise<SessionRunner> {
  // Only the first time: after that it is there without waiting for anything.
  if (!sessions.find(which).grant()) await untilAborted(sessions.restore(), signal)
  return sessions.find(which)
}
