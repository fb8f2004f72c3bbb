import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'

export interface GetAuthTokenParameters extends SessionParameters {
  /** How long the token must be good for at least, milliseconds. */
  minValidityMs?: number | undefined
  /** Lets go of this call. A refresh that is under way goes on. */
  signal?: AbortSignal | undefined
}
export type GetAuthTokenReturnType = string

/**
 * Answers with an access token that is valid now: at once while it is fresh, else after a refresh.
 *
 * @example
 * ```ts
 * import { createAuthClient, getAuthToken, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const token = await getAuthToken(auth, { minValidityMs: 60_000 })
 * ```
 *
 * @throws {TakoKitError} `session/signed-out`, `session/refresh-refused` or `session/refresh-answer-lost` where there is no
 * session; what kept the refresh from working (`network/…`, `provider/…`) where the token has expired meanwhile;
 * `request/aborted`; `config/…`.
 */
export async function getAuthToken(
  client: AuthClient,
  parameters: GetAuthTokenParameters = {},
): Promise<GetAuthTokenReturnType> {
  const { '~engine': engine, '~sessions': sessions } = client
  sessions.assertAlive()
  const { findSession, freshToken } = await engine.parts()
  const session = await findSession(sessions, parameters, parameters.signal)
  return (await freshToken(engine, session, parameters)).token
}
