import type { AuthClient } from '../createAuthClient.ts'
import { TakoKitError } from '../errors/TakoKitError.ts'
import { isUnauthorized } from '../providers/isUnauthorized.ts'
import type { SessionParameters } from '../types/SessionParameters.ts'
import { untilAborted } from '../utils/untilAborted.ts'
import { findSession, freshGrant } from './getAuthToken.ts'

export interface AuthFetchParameters extends RequestInit, SessionParameters {}
export type AuthFetchReturnType = Response

/**
 * `fetch` with the token. A refusal is answered with one refresh and one replay; a second one goes to the caller.
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
  { provider: name, account, ...init }: AuthFetchParameters = {},
): Promise<AuthFetchReturnType> {
  const { platform } = client['~engine']
  const which = { provider: name, account }
  const provider = client['~sessions'].provider(name)
  const url = absolute(input instanceof Request ? input.url : input)
  const isAllowed = provider.origins.some((origin) => absolute(origin)?.origin === url?.origin)
  if (!url || !isAllowed)
    throw new TakoKitError(
      'request/foreign-origin',
      `Tokens of "${provider.name}" are not sent to ${url?.origin ?? 'this address'}. Allowed: ${provider.origins.join(', ')}.`,
    )
  const signal = init.signal ?? (input instanceof Request ? input.signal : undefined)
  const isReplayable = !(init.body instanceof ReadableStream)
  const spare =
    isReplayable && input instanceof Request && input.body && !init.body ? input.clone() : input
  const session = await findSession(client, { ...which, signal })
  const used = await freshGrant(client, session, {}, signal)
  const response = await send(input, used.token)
  const isRefused = provider.isRefused ?? isUnauthorized
  if (!isReplayable || !(await isRefused(response))) return response

  if ((session.grant()?.record.gen ?? 0) <= used.gen) {
    await untilAborted(session.refresh({ urgent: true, staleGen: used.gen }), signal)
  }
  const renewed = session.grant()
  if (!renewed?.tokens || renewed.record.gen <= used.gen) return response
  void response.body?.cancel().catch(() => {})
  return send(spare, renewed.tokens.accessToken)

  function send(target: typeof input, token: string): Promise<Response> {
    const headers = new Headers(
      init.headers ?? (target instanceof Request ? target.headers : undefined),
    )
    headers.set('authorization', `Bearer ${token}`)
    return platform.fetch(typeof target === 'string' && url ? url.href : target, {
      ...init,
      headers,
    })
  }

  function absolute(address: string | URL): URL | undefined {
    return URL.canParse(address, platform.baseUrl) ? new URL(address, platform.baseUrl) : undefined
  }
}
