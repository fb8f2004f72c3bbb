import type { ReusePolicy } from './ReusePolicy.ts'

/** Options that every emulated provider has. */
export interface CommonProviderOptions {
  /** Lifetime of an access token, in milliseconds. Default: as documented. */
  accessLifetimeMs?: number
  /** Lifetime of a refresh token, in milliseconds. Default: as documented. */
  refreshLifetimeMs?: number
  /** Delay before a request is processed, in milliseconds. Default: 0. */
  latencyMs?: number
  /** What happens if a used refresh token is sent again. Default: `stateless`. */
  reuse?: ReusePolicy
}
