import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import { getSession } from './getSession.ts'

export interface RefreshSessionParameters extends SessionParameters {
  /** Stops waiting. The refresh continues. */
  signal?: AbortSignal | undefined
}
export type RefreshSessionReturnType = Session

/**
 * Refreshes the tokens of a session now. This is rarely needed: the kit refreshes them before they expire.
 *
 * @example
 * ```ts
 * import { createAuthClient, refreshSession, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * await refreshSession(auth)
 * ```
 *
 * @throws {TakoKitError} the reason why the refresh failed: `network/…`, `provider/…`, `session/…`, `request/aborted`,
 * `config/…`.
 */
export async function refreshSession(
  client: AuthClient,
  parameters: RefreshSessionParameters = {},
): Promise<RefreshSessionReturnType> {
  const { '~engine': engine, '~sessions': sessions } = client
  sessions.assertAlive()
  const { findSession, raceAbort: untilAborted } = await engine.parts()
  const session = await findSession(sessions, parameters, parameters.signal)
  const staleGen = session.held()?.record.gen
  if (staleGen !== undefined) {
    const result = await untilAborted(
      session.refresh({ isAwaited: true, staleGen }),
      parameters.signal,
    )
    const error = result.type === 'deferred' || result.type === 'ended' ? result.error : undefined
    if (error) throw error
  }
  return getSession(client, parameters)
}
