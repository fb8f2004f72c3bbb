import type { SessionParameters } from '../types/SessionParameters.ts'
import { raceAbort } from '../utils/raceAbort.ts'
import type { SessionController } from './SessionController.ts'
import type { Sessions } from './Sessions.ts'

/** Returns the session once it is known whether there is one: another tab may have started it just now. */
export async function findSession(
  sessions: Sessions,
  which: SessionParameters,
  signal?: AbortSignal | null,
): Promise<SessionController> {
  if (!sessions.find(which).held()) await raceAbort(sessions.restore(), signal)
  if (!sessions.find(which).held()) await raceAbort(sessions.readStored(), signal)
  return sessions.find(which)
}
