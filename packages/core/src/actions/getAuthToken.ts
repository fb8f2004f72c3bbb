import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'

export interface GetAuthTokenParameters extends SessionParameters {
  /** Minimum remaining validity of the token, in milliseconds. */
  minValidityMs?: number | undefined
  /** Stops waiting. A refresh in progress continues. */
  signal?: AbortSignal | undefined
}
export type GetAuthTokenReturnType = string

/**
 * Returns a valid access token: immediately if the current one is fresh, otherwise after a refresh.
 *
 * @example
 * ```ts
 * import { createAuthClient, getAuthToken, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const token = await getAuthToken(auth, { minValidityMs: 60_000 })
 * ```
 *
 * @throws {TakoKitError} `session/signed-out`, `session/refresh-refused` or `session/refresh-answer-lost` if there is no session;
 * the reason why the refresh failed (`network/…`, `provider/…`) if the token has expired; `config/invalid` if the session lives in
 * a cookie, so that there is no token; `request/aborted`; `config/…`.
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
