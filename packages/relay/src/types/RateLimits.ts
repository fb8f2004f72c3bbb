import type { RateLimit } from './RelayStore.ts'

/** How often the relay may be asked. */
export interface RateLimits {
  /**
   * All calls from one address, refused ones and `healthz` too. An IPv6 network of 64 bits counts as one, and one of 48 bits
   * as four; the same holds for `signIn`.
   */
  address: RateLimit
  /** Sign-ins from one address, whatever they bring. */
  signIn: RateLimit
  /** Sign-ins of one account with signatures that are its own. Default: 6 a minute, or four times what `signIn` is set to. */
  accountSignIns: RateLimit
  /**
   * Sign-ins with one provider, from all addresses together. The provider sees one address for everybody: who may sign in
   * without end would use up what it allows, and nobody's session could be renewed.
   */
  allSignIns: RateLimit
  /** Those of them whose signature only the provider can check, as smart accounts' are: anybody can make one up. */
  contractSignIns: RateLimit
  /** Calls for one session's token, over its tabs. */
  session: RateLimit
  /** Renewals of one account's token before half of its life is over; of one session's where the account is no address. */
  earlyRenewals: RateLimit
  /**
   * What one provider allows the relay, over all calls for tokens. Renewals that are due are counted and never held back;
   * sign-ins and early renewals share what they leave. Default: twice `allSignIns`, which is what Tako allows.
   */
  provider: RateLimit
}

export const defaultRateLimits: Omit<RateLimits, 'accountSignIns' | 'provider'> = {
  address: { requests: 300, perMs: 60_000 },
  signIn: { requests: 20, perMs: 60_000 },
  // Half of what Tako allows one address.
  allSignIns: { requests: 30, perMs: 60_000, burst: 15 },
  contractSignIns: { requests: 6, perMs: 60_000 },
  session: { requests: 60, perMs: 60_000 },
  earlyRenewals: { requests: 4, perMs: 240_000 },
}
