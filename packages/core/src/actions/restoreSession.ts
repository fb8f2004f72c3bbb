import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import type { Session } from '../types/SessionSnapshot.ts'
import { getSession } from './getSession.ts'

export type RestoreSessionParameters = SessionParameters
export type RestoreSessionReturnType = Session

/**
 * Waits until stored sessions are read, then reads again what other tabs or the relay's server changed since.
 *
 * In a browser the client starts reading when it is created, so this call is not needed to start it.
 *
 * @example
 * ```ts
 * import { createAuthClient, restoreSession, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const { status } = await restoreSession(auth) // 'signedIn' | 'signedOut'
 * ```
 *
 * @throws {TakoKitError} `config/unknown-provider`, `config/disposed`.
 */
export async function restoreSession(
  client: AuthClient,
  parameters: RestoreSessionParameters = {},
): Promise<RestoreSessionReturnType> {
  const sessions = client['~sessions']
  sessions.assertAlive()
  await sessions.restore()
  await sessions.readStored()
  const session = sessions.find(parameters)
  if (session.account === undefined) await sessions.askRelay(session.provider)
  else await session.sync()
  return getSession(client, parameters)
}
