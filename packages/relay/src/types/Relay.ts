import type { IssuedTokens } from '@takokit/core'
import type { RelayContext } from './RelayContext.ts'

export interface StartRelaySessionParameters<name extends string = string> {
  provider: name
  /** Whose session it is: the access token's subject by default, else `'default'`. */
  account?: string | undefined
  tokens: IssuedTokens
}

/** The relay, as it is mounted into a server. */
export interface Relay<name extends string = string> {
  /** Answers one request. It throws nothing. */
  fetch: (request: Request, context?: RelayContext) => Promise<Response>
  /**
   * Takes over a pair of tokens whose sign-in happened elsewhere, on the dapp's own server. The answer is 204 with the
   * session's cookie: return it, or copy its `set-cookie` into your own.
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
   * @throws {TakoKitError} `config/unknown-provider`; `config/invalid` where a token is missing, or the pair is too large for cookies.
   */
  startSession: (
    request: Request,
    parameters: StartRelaySessionParameters<name>,
  ) => Promise<Response>
  /**
   * Says in `healthz` that this process goes down, and serves everything else as before, until balancers have noticed.
   * Called some seconds before `close`; `serveRelay` does so by itself.
   */
  drain: () => void
  /**
   * Whether a request to a route of the dapp's own, such as its login, comes from a page of this origin: `undefined` then,
   * else the 403 to answer with. A form of another site could sign a person in as somebody else.
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
  /** Lets requests in flight finish; later ones are asked to come back. Closes the store. */
  close: () => Promise<void>
}
