import type { IssuedTokens } from '@takokit/core'
import type { RelayContext } from './RelayContext.ts'
import type { RequestSource } from './RequestSource.ts'
import type { SignedInSession, SignedInToken } from './SignedInSession.ts'

/** A session that begins on the server. */
export interface StartRelaySessionParameters<name extends string = string> {
  /** The provider's name. */
  provider: name
  /** The session's account. Default: the access token's subject, else `'default'`. */
  account?: string | undefined
  tokens: IssuedTokens
}

/** Narrows whose session is asked for. */
export interface GetRelaySessionParameters<name extends string = string> {
  /** Default: the first of the relay's providers that has a session. */
  provider?: name | undefined
  /** Only a session of this account counts. Default: any. */
  account?: string | undefined
}

/** Whose token is asked for. */
export interface GetRelayTokenParameters<name extends string = string> {
  /** The provider's name. */
  provider: name
  /** Only a session of this account counts. Default: any. */
  account?: string | undefined
  /** Keeps a renewal alive after the response was sent, on platforms that have it. */
  waitUntil?: RelayContext['waitUntil']
}

/** The relay, to be mounted into a server. */
export interface Relay<name extends string = string> {
  /** Answers one request. Never throws. */
  fetch: (request: Request, context?: RelayContext) => Promise<Response>
  /**
   * Takes over a token pair that the application's own server obtained. The response is 204 with the session's cookie: return
   * it, or copy its `set-cookie` into your own.
   *
   * @example
   * ```ts
   * import { cloudreve } from '@takokit/core'
   * import { createRelay } from '@takokit/relay'
   *
   * const relay = createRelay({
   *   providers: [cloudreve({ baseUrl: 'https://files.example.com/api/v4' })],
   *   secret: 'thirty-two characters at the least',
   *   origin: 'https://dapp.example',
   * })
   *
   * export async function onLogin(request: Request, pair: { access_token: string; refresh_token: string }) {
   *   return relay.startSession(request, {
   *     provider: 'cloudreve',
   *     tokens: { accessToken: pair.access_token, refreshToken: pair.refresh_token },
   *   })
   * }
   * ```
   *
   * @throws {TakoKitError} `config/unknown-provider`; `config/invalid` if a token is missing, or the pair is too large for cookies.
   */
  startSession: (
    request: Request,
    parameters: StartRelaySessionParameters<name>,
  ) => Promise<Response>
  /**
   * Returns who is signed in: a `Request`, its headers, or a request of Node or Express says it by its cookies. `undefined` if
   * nobody is. Nothing is sent to the provider, and nothing is written. The result holds no token and may be sent to the page.
   *
   * @example
   * ```ts
   * import type { Relay } from '@takokit/relay'
   *
   * declare const relay: Relay<'tako'>
   *
   * export async function GET(request: Request) {
   *   const session = await relay.getSession(request)
   *   if (!session) return new Response('Sign in first.', { status: 401 })
   *   return Response.json({ hello: session.address })
   * }
   * ```
   *
   * It does not check which page sent the request: before a request of the user changes something, call `checkSameOrigin`.
   *
   * @throws {RelayRefusal} `relay/store-unavailable` or `relay/secret-unavailable` (503) if it cannot be known now.
   * @throws {TakoKitError} `config/unknown-provider`.
   */
  getSession: (
    request: RequestSource,
    parameters?: GetRelaySessionParameters<name>,
  ) => Promise<SignedInSession | undefined>
  /**
   * Returns a valid access token for a call that this server makes, renewed if it is due: requests of pages and of all servers
   * share one renewal. Append its `cookies` to the response if you can.
   *
   * @example
   * ```ts
   * import type { Relay } from '@takokit/relay'
   *
   * declare const relay: Relay<'tako'>
   *
   * export async function GET(request: Request) {
   *   const { accessToken, cookies } = await relay.getToken(request, { provider: 'tako' })
   *   const bids = await fetch('https://api.tako.so/v2/bids', { headers: { authorization: `Bearer ${accessToken}` } })
   *   const response = new Response(bids.body, { status: bids.status })
   *   for (const cookie of cookies) response.headers.append('set-cookie', cookie)
   *   return response
   * }
   * ```
   *
   * @throws {RelayRefusal} `session/…` (401) if nobody is signed in; 429 or 503 if there is no valid token now, with
   * `options.retryAfterMs`.
   * @throws {TakoKitError} `config/unknown-provider`.
   */
  getToken: (
    request: RequestSource,
    parameters: GetRelayTokenParameters<name>,
  ) => Promise<SignedInToken>
  /**
   * Announces in `healthz` that this process shuts down, and serves everything else as before, until balancers have noticed.
   * Call it some seconds before `close`; `serveRelay` does so by itself.
   */
  drain: () => void
  /**
   * Checks whether a request to a route of your own, such as a login, comes from a page of this origin: `undefined` then, else
   * the 403 to respond with. A form of another site could sign the user in to another account.
   *
   * @example
   * ```ts
   * import type { Relay } from '@takokit/relay'
   *
   * declare const relay: Relay
   * declare function logIn(request: Request): Promise<Response>
   *
   * export const POST = async (request: Request) => relay.checkSameOrigin(request) ?? logIn(request)
   * ```
   */
  checkSameOrigin: (request: Request) => Response | undefined
  /** Lets in-flight requests finish; later ones are asked to come back. Closes the store. */
  close: () => Promise<void>
}
