import type { TokenProvider } from '@takokit/core'
import type { RateLimits } from './RateLimits.ts'
import type { RelayContext } from './RelayContext.ts'
import type { RelayLogger } from './RelayLogEntry.ts'
import type { RelayMetric } from './RelayMetric.ts'
import type { RelayStore } from './RelayStore.ts'
import type { RelayTiming } from './RelayTiming.ts'
import type { SecretSource } from './SecretSource.ts'
import type { SignInRules } from './SignInRules.ts'

/** Options of {@link createRelay}. */
export interface RelayOptions<name extends string = string> {
  /** The token APIs behind the relay. It calls nothing else. */
  providers: readonly TokenProvider<name>[]
  /** Seals cookies; at least 32 characters. Two during a rotation, the new one first. */
  secret: SecretSource
  /** The origins that the relay is served under, such as `https://dapp.example`. Only their pages may call it. */
  origin: string | readonly string[]
  /** The path that the relay is mounted at. Default: `/auth`. */
  basePath?: string | undefined
  /**
   * The first part of the cookies' names, after `__Host-`; `-` and the provider's name follow. Default: `takokit`, plus a
   * suffix that distinguishes this relay from others on its host: the first origin's port, and a `basePath` other than `/auth`.
   * Two applications on one origin, below two paths that a proxy strips, need a name each.
   */
  cookieName?: string | undefined
  /**
   * For pages that are shown in frames of other sites: cookies are `SameSite=None; Partitioned`, a jar for each of these
   * sites. Without it a browser keeps no cookie there, and signing in fails with `config/invalid`. Default: `false`.
   */
  partitionedCookies?: boolean | undefined
  /** Prefix of this relay's rows and counts in a shared store. Default: the first origin's host and `basePath`. */
  namespace?: string | undefined
  /** The state that processes share: {@link memoryStore} for one process, which is the default; `redisStore` for many. */
  store?: RelayStore | undefined
  /**
   * Where tokens are kept: sealed in the browser's cookie (the default), or sealed in the store, with only a name in the
   * cookie.
   */
  tokensIn?: 'cookie' | 'store' | undefined
  /**
   * Maximum size of a session's cookie, all chunks together; larger ones are kept in the store. Default: 3000, so that a
   * response fits the 4 kB that nginx reads of its headers unless `proxy_buffer_size` is larger. Maximum: 12000.
   */
  maxCookieBytes?: number | undefined
  /**
   * The caller's address, for the limits per address. Default: the context's `clientAddress`. Headers are trusted only if
   * read here.
   */
  clientAddress?: ((request: Request, context: RelayContext) => string | undefined) | undefined
  /** What a signature must fulfil before it is sent to the provider. */
  signIn?: Partial<SignInRules> | undefined
  /** `false` turns them off. */
  rateLimits?: Partial<RateLimits> | false | undefined
  /** Default: a line of JSON on the console per entry. `false` turns it off. */
  logger?: RelayLogger | false | undefined
  /** Called with the figures of each request, upstream call and change of a session. */
  metrics?: ((metric: RelayMetric) => void) | undefined
  timing?: Partial<RelayTiming> | undefined
  /** For upstream requests. Default: the platform's. */
  fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined
  /** The wall clock, epoch milliseconds. */
  now?: (() => number) | undefined
  /** Calls back after `delayMs`. Returns a function that cancels the timer. */
  setTimer?: ((callback: () => void, delayMs: number) => () => void) | undefined
  /** In [0, 1). */
  random?: (() => number) | undefined
  /**
   * Upstreams on private, link-local or loopback addresses: all of them, or these, as `host` for all its ports or
   * `host:port`; brackets around an IPv6 address are optional. Default: refused.
   */
  allowPrivateUpstreams?: boolean | readonly string[] | undefined
  /** Uses the request's `x-request-id`. Only behind your own proxy that sets it. */
  trustRequestId?: boolean | undefined
  /** Maximum size of a request's body. Default: 32 kB. */
  maxBodyBytes?: number | undefined
}
