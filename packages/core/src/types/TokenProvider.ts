import type { Address, Hex } from 'viem'
import type { Revoked } from './Revoked.ts'
import type { TokenOutcome } from './TokenOutcome.ts'
import type { TokenSet } from './TokenSet.ts'

/** What the engine lends a provider for one request. */
export interface ProviderContext {
  /** `fetch`, bounded in time and with caching, redirects and referrer switched off. */
  fetch: (input: string, init?: RequestInit) => Promise<Response>
  /** The wall clock, epoch milliseconds. */
  now: () => number
}

/** A message and the signature that a wallet put under it. */
export interface SignedMessage {
  address: Address
  message: string
  signature: Hex
}

/** How often a provider may be asked for tokens. */
export interface RateBudget {
  requests: number
  perMs: number
}

/**
 * A token API: how to exchange, refresh and revoke, and what its refusals look like. Made by {@link defineProvider}.
 *
 * Each function answers with a {@link TokenOutcome} and throws nothing of its own.
 */
export interface TokenProvider<name extends string = string> {
  readonly name: name
  /** Origins that may receive the access token, such as `https://api.tako.so`. A path is taken as one of the page's own. */
  readonly origins: readonly string[]
  /**
   * The API that issues the tokens; the origin of the first of `origins` by default. Sessions are kept per API: what one
   * issued is never sent to another, although the name is the same.
   */
  readonly api?: string | undefined
  /** Where there is one, the session begins with a wallet's signature under this text. */
  readonly createMessage?:
    | ((parameters: { address: Address; issuedAt: Date }) => string)
    | undefined
  readonly exchange?:
    | ((context: ProviderContext, signed: SignedMessage) => Promise<TokenOutcome>)
    | undefined
  readonly refresh: (
    context: ProviderContext,
    session: { tokens: TokenSet; account: string },
  ) => Promise<TokenOutcome>
  /** Whether the tokens are dead now. One that says nothing, and throws nothing, is judged by the HTTP answer that it got. */
  readonly revoke?:
    | ((
        context: ProviderContext,
        session: { tokens: TokenSet; account: string },
      ) => Promise<Revoked | void>)
    | undefined
  /** Whether an answer to an authorized call says that the token was refused. By default: HTTP 401. */
  readonly isRefused?: ((response: Response) => boolean | Promise<boolean>) | undefined
  /** Loads what the calls need. Called as soon as there is a session or a sign-in, so that it is there when it counts. */
  readonly prepare?: (() => Promise<unknown>) | undefined
  /** How often tokens may be asked for, over all tabs. */
  readonly budget?: RateBudget | undefined
  /** Lifetime of an access token where nothing says it, milliseconds. */
  readonly defaultLifetimeMs?: number | undefined
  /** A relay keeps the tokens: none is stored in the page, and a session may exist that the page does not know of yet. */
  readonly relayed?: boolean | undefined
}
