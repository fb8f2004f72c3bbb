import type { TokenProvider } from '@takokit/core'
import type { RateLimits } from '../types/RateLimits.ts'
import type { RelayOptions } from '../types/RelayOptions.ts'
import type { RelayStore } from '../types/RelayStore.ts'
import type { RelayTiming } from '../types/RelayTiming.ts'
import type { SignInRules } from '../types/SignInRules.ts'
import type { CookieNames } from './createCookieNames.ts'

/** The checked options of a relay, with all defaults filled in. */
export interface RelayConfig {
  providers: ReadonlyMap<string, TokenProvider>
  secret: RelayOptions['secret']
  origins: ReadonlySet<string>
  basePath: string
  /** The first origin and the path. They identify this relay in what it seals. */
  relayUrl: string
  cookieNames: CookieNames
  partitionedCookies: boolean
  /** Prefix of every name in the store. */
  namespace: string
  store: RelayStore
  tokensIn: 'cookie' | 'store'
  /** Default: the context's. */
  clientAddress: RelayOptions['clientAddress']
  rateLimits: RateLimits | undefined
  signIn: SignInRules
  logger: Exclude<RelayOptions['logger'], false | undefined> | undefined
  metrics: NonNullable<RelayOptions['metrics']>
  timing: RelayTiming
  fetch: NonNullable<RelayOptions['fetch']>
  now: () => number
  setTimer: NonNullable<RelayOptions['setTimer']>
  random: () => number
  trustRequestId: boolean
  maxCookieBytes: number
  maxBodyBytes: number
}
