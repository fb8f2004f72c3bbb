import type { TokenProvider } from '@takokit/core'
import type { RateLimits } from './RateLimits.ts'
import type { RelayContext } from './RelayContext.ts'
import type { RelayLogger } from './RelayLogEntry.ts'
import type { RelayMetric } from './RelayMetric.ts'
import type { RelayStore } from './RelayStore.ts'
import type { RelayTiming } from './RelayTiming.ts'
import type { SecretSource } from './SecretSource.ts'
import type { SignInRules } from './SignInRules.ts'

/** What {@link createRelay} takes. */
export interface RelayOptions<name extends string = string> {
  /** The token APIs behind the relay: nothing else is ever asked. */
  providers: readonly TokenProvider<name>[]
  /** Seals cookies: 32 characters at least. Two of them while one takes over from the other, the new one first. */
  secret: SecretSource
  /** The origins that the relay is served under, such as `https://dapp.example`: only pages of these may ask. */
  origin: string | readonly string[]
  /** Where the relay is mounted. Default: `/auth`. */
  basePath?: string | undefined
  /**
   * What the cookies' names begin with, behind `__Host-`; `-` and the provider's name follow. Default: `takokit`, and at the
   * end what tells this relay from others of its host: the first origin's port, and a `basePath` other than `/auth`. Two
   * dapps on one origin below two paths that a proxy strips need names of their own.
   */
  cookieName?: string | undefined
  /**
   * For pages that are shown in frames of other sites: cookies are `SameSite=None; Partitioned`, a jar for each of these
   * sites. Without it a browser keeps no cookie there, and signing in fails with `config/invalid`. Default: `false`.
   */
  partitionedCookies?: boolean | undefined
  /** What this relay's rows and counts are called in a store that others share. Default: the first origin's host and `basePath`. */
  namespace?: string | undefined
  /** What processes share: {@link memoryStore} for one, which is the default; `redisStore` for many. */
  store?: RelayStore | undefined
  /** Where tokens rest: sealed in the browser's cookie (the default), or sealed in the store, with only a name in the cookie. */
  tokensIn?: 'cookie' | 'store' | undefined
  /**
   * How large a session's cookie may be, all of its parts together; larger ones are kept in the store. Default: 3000, so that
   * an answer fits the 4 kB that nginx reads of its headers unless `proxy_buffer_size` says otherwise; 12000 at most.
   */
  maxCookieBytes?: number | undefined
  /** Whose request it is, for the limits per address. Default: the context's `clientAddress`. No header is trusted unless it is read here. */
  clientAddress?: ((request: Request, context: RelayContext) => string | undefined) | undefined
  /** What a signature has to be before it is sent to the provider. */
  signIn?: Partial<SignInRules> | undefined
  /** Switched off with `false`. */
  rateLimits?: Partial<RateLimits> | false | undefined
  /** Default: a line of JSON on the console per entry. Switched off with `false`. */
  logger?: RelayLogger | false | undefined
  metrics?: ((metric: RelayMetric) => void) | undefined
  timing?: Partial<RelayTiming> | undefined
  /** For requests upstream. Default: the platform's. */
  fetch?: ((input: string, init: RequestInit) => Promise<Response>) | undefined
  /** The wall clock, epoch milliseconds. */
  now?: (() => number) | undefined
  /** Calls back after `delayMs`, and returns what stops it. */
  setTimer?: ((callback: () => void, delayMs: number) => () => void) | undefined
  /** In [0, 1). */
  random?: (() => number) | undefined
  /**
   * Upstreams on private, link-local or loopback addresses: all of them, or these, as `host` for all its ports or
   * `host:port`; an IPv6 address with brackets or without. Default: refused.
   */
  allowPrivateUpstreams?: boolean | readonly string[] | undefined
  /** Takes `x-request-id` over from the request: only behind a proxy of one's own, which sets it. */
  trustRequestId?: boolean | undefined
  /** Largest body of a request. Default: 32 kB. */
  maxBodyBytes?: number | undefined
}
