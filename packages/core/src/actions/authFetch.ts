import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'

export interface AuthFetchParameters extends RequestInit, SessionParameters {}
export type AuthFetchReturnType = Response

/**
 * `fetch` with the token. A refusal is answered with one refresh and one replay; a second one goes to the caller.
 *
 * A stream or an async iterable can be sent only once: there the caller gets the refusal itself. A `Request` is replayed from
 * a copy, which the browser holds in memory until the answer comes.
 *
 * @example
 * ```ts
 * import { authFetch, createAuthClient, tako } from '@takokit/core'
 *
 * const auth = createAuthClient({ providers: [tako()] })
 * const response = await authFetch(auth, 'https://api.tako.so/v2/farcaster/ignore_bid', {
 *   method: 'POST',
 *   headers: { 'content-type': 'application/json' },
 *   body: JSON.stringify({ index: 70 }),
 * })
 * ```
 *
 * @throws {TakoKitError} `request/foreign-origin` where the address is not the provider's; what {@link getAuthToken} throws.
 * Network errors and aborts are `fetch`'s own.
 */
export async function authFetch(
  client: AuthClient,
  input: string | URL | Request,
  { provider, account, ...init }: AuthFetchParameters = {},
): Promise<AuthFetchReturnType> {
  const { '~engine': engine, '~sessions': sessions } = client
  sessions.assertAlive()
  // Read once, and now: the address that is checked is the one that is sent to.
  const target = input instanceof Request ? new Request(input) : String(input)
  const { fetchWithToken, findSession } = await engine.parts()
  const session = await findSession(sessions, { provider, account }, init.signal)
  return fetchWithToken(engine, session, target, init)
}
