import type { AuthClient } from '../createAuthClient.ts'
import type { SessionRunner } from '../session/createSession.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import { untilAborted } from '../utils/untilAborted.ts'

/** The session asked for, once it is known whether there is one. */
export async function findSession(
  client: AuthClient,
  which: SessionParameters,
  signal?: AbortSignal | null,
): Promise<SessionRunner> {
  const sessions = client['~sessions']
  sessions.assertAlive()
  // Only the first time: after that it is there without waiting for anything.
  if (!sessions.find(which).grant()) await untilAborted(sessions.restore(), signal)
  return sessions.find(which)
}
