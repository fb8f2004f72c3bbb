import type { ReusePolicy } from './ReusePolicy.ts'

/** Options that every emulated provider has. */
export interface CommonProviderOptions {
  /** Life of an access token, milliseconds. Default: as documented. */
  accessLifetimeMs?: number
  /** Life of a refresh token, milliseconds. Default: as documented. */
  refreshLifetimeMs?: number
  /** Delay before a request is processed, milliseconds. Default: 0. */
  latencyMs?: number
  /** What a refresh token is worth after it was exchanged. Default: `stateless`. */
  reuse?: ReusePolicy
}
