import type { RateLimit } from './RelayStore.ts'

/** How often the relay may be asked. */
export interface RateLimits {
  /** All calls from one address (an IPv6 network of 64 bits counts as one). */
  address: RateLimit
  /** Sign-ins from one address. */
  signIn: RateLimit
  /**
   * Sign-ins with one provider, from all addresses together. The provider sees one address for everybody: who may sign in
   * without end would use up what it allows, and nobody's session could be renewed.
   */
  allSignIns: RateLimit
  /** Calls for one session's token, over its tabs. */
  session: RateLimit
}

export const defaultRateLimits: RateLimits = {
  address: { requests: 300, perMs: 60_000 },
  signIn: { requests: 20, perMs: 60_000 },
  // Half of what Tako allows one address.
  allSignIns: { requests: 30, perMs: 60_000 },
  session: { requests: 60, perMs: 60_000 },
}
