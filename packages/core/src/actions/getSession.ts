import type { AuthClient } from '../createAuthClient.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import { toSession } from './toSession.ts'

export type GetSessionParameters = SessionParameters
export type GetSessionReturnType = Session

/**
 * Returns the current state of a session.
 *
 * @example
 * ```ts
 * import { createAuthClient, getSession, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const { status, address } = getSession(auth)
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`.
 */
export function getSession(
  client: AuthClient,
  parameters: GetSessionParameters = {},
): GetSessionReturnType {
  return toSession(client.getSnapshot(parameters))
}
