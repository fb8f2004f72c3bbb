import type { SessionParameters } from '../types/SessionParameters.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import type { SessionRunner } from './SessionRunner.ts'
import type { Sessions } from './Sessions.ts'

/** The session asked for, once it is known whether there is one: another tab may have begun it just now. */
export async function findSession(
  sessions: Sessions,
  which: SessionParameters,
  signal?: AbortSignal | null,
): Promise<SessionRunner> {
  if (!sessions.find(which).grant()) await untilAborted(sessions.restore(), signal)
  if (!sessions.find(which).grant()) await untilAborted(sessions.readStored(), signal)
  return sessions.find(which)
}
