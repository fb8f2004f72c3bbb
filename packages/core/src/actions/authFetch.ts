import type { AuthClient } from '../createAuthClient.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'

export interface AuthFetchParameters extends RequestInit, SessionParameters {}
export type AuthFetchReturnType = Response

/**
 * Calls `fetch` with the access token. A refused request is repeated once after one refresh; a second refusal is returned to the
 * caller.
 *
 * A stream or an async iterable can be sent only once, so the caller receives the first refusal. A `Request` is repeated from a
 * copy, which the browser holds in memory until the response arrives.
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
 * @throws {TakoKitError} `request/foreign-origin` if the URL does not belong to the provider; everything that {@link
 * getAuthToken} throws. Network errors and aborts are those of `fetch`.
 */
export async function authFetch(
  client: AuthClient,
  input: string | URL | Request,
  { provider, account, ...init }: AuthFetchParameters = {},
): Promise<AuthFetchReturnType> {
  const { '~engine': engine, '~sessions': sessions } = client
  sessions.assertAlive()
  // Read once, before any wait, so that the URL that is checked is the URL that is requested.
  const target = input instanceof Request ? new Request(input) : String(input)
  // As `fetch` does: a buffer's owner may use it again at once.
  if (Object(init.body).byteLength) init.body = new Blob([init.body as BlobPart])
  const { fetchWithToken, findSession } = await engine.parts()
  const session = await findSession(sessions, { provider, account }, init.signal)
  return fetchWithToken(engine, session, target, init)
}
