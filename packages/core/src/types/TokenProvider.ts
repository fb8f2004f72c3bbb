import type { Address, Hex } from 'viem'
import type { ChallengeOutcome } from './Challenge.ts'
import type { Revoked } from './Revoked.ts'
import type { TokenOutcome } from './TokenOutcome.ts'
import type { TokenSet } from './TokenSet.ts'

/** The environment of one request, provided by the engine. */
export interface ProviderContext {
  /** `fetch`, bounded in time and with caching, redirects and referrer switched off. */
  fetch: (input: string, init?: RequestInit) => Promise<Response>
  /** The wall clock, epoch milliseconds. */
  now: () => number
}

/** What is known of the wallet while a challenge is requested, which may be before one is connected. */
export interface ChallengeContext extends ProviderContext {
  /** The wallet's account, once it is known. */
  address?: Address | undefined
  /** The wallet's chain, once it is known. */
  chainId?: number | undefined
}

/** The contents of a message. `challenge` is what the provider's `challenge` returned, if it has one. */
export interface MessageParameters {
  /** The account that signs. */
  address: Address
  /** The wallet's chain, if the signer knows it. */
  chainId?: number | undefined
  /** The time that the message names. */
  issuedAt: Date
  /** What the provider's `challenge` returned, if it has one. */
  challenge?: unknown
}

/** A message and the wallet's signature of it. */
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
 * A token API: how to exchange, refresh and revoke, and how to recognize a refusal. Created by {@link defineProvider}.
 *
 * Each function returns a {@link TokenOutcome} and throws no error of its own.
 */
export interface TokenProvider<name extends string = string> {
  /** The provider's name in parameters and events: letters, digits, `-` and `_`. */
  readonly name: name
  /** Origins that may receive the access token, such as `https://api.tako.so`. A path stands for the page's own origin. */
  readonly origins: readonly string[]
  /**
   * The API that issues the tokens; by default the origin of the first of `origins`. Sessions are kept per API: tokens of one API
   * are never sent to another, even if the provider's name is the same.
   */
  readonly api?: string | undefined
  /**
   * Requests what the message must hold, such as a nonce. It is requested ahead of the sign-in, kept until a signature of it is
   * sent, and requested anew once if it is refused with `provider/message-expired`.
   */
  readonly challenge?: ((context: ChallengeContext) => Promise<ChallengeOutcome>) | undefined
  /** If present, a session begins with a wallet's signature of this text. Synchronous: the wallet is asked in the same task. */
  readonly createMessage?: ((parameters: MessageParameters) => string) | undefined
  /** Exchanges a signed message for tokens, where a session begins with a signature. */
  readonly exchange?:
    | ((context: ProviderContext, signed: SignedMessage) => Promise<TokenOutcome>)
    | undefined
  /** Exchanges the refresh token for new tokens. */
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
  /** Whether a response to an authorized call says that the token was refused. Reads the body of a clone only. Default: HTTP 401. */
  readonly isRefused?: ((response: Response) => boolean | Promise<boolean>) | undefined
  /** Loads the code that the calls need. Called as soon as there is a session or a sign-in, ahead of the first call. */
  readonly prepare?: (() => Promise<unknown>) | undefined
  /** How often tokens may be requested, over all tabs. */
  readonly budget?: RateBudget | undefined
  /** The lifetime of an access token if no other is stated, in milliseconds. */
  readonly defaultLifetimeMs?: number | undefined
  /** A server keeps the tokens: none is stored in the page, and a session may exist that the page does not know yet. */
  readonly relayed?: boolean | undefined
  /** `cookie`: the page has no token at all. The browser sends the session's cookie with each call. Default: `token`. */
  readonly session?: 'token' | 'cookie' | undefined
  /** Whether cookies go with the provider's own requests. Default: `same-origin` if relayed, `include` for `cookie`, else `omit`. */
  readonly credentials?: RequestCredentials | undefined
}
