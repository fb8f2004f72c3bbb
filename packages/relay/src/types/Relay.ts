import type { IssuedTokens } from '@takokit/core'
import type { RelayContext } from './RelayContext.ts'

export interface StartRelaySessionParameters<name extends string = string> {
  provider: name
  /** The session's account. Default: the access token's subject, else `'default'`. */
  account?: string | undefined
  tokens: IssuedTokens
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
