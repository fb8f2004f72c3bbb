import type { RateLimit } from './RelayStore.ts'

/** How often the relay may be called. */
export interface RateLimits {
  /**
   * All calls from one address, including refused ones and `healthz`. An IPv6 network of 64 bits counts as one, and one of
   * 48 bits as four; the same holds for `signIn`.
   */
  address: RateLimit
  /** Sign-ins from one address, whatever they contain. */
  signIn: RateLimit
  /** Sign-ins of one account with signatures that are its own. Default: 6 a minute, or four times what `signIn` is set to. */
  accountSignIns: RateLimit
  /**
   * Sign-ins with one provider, from all addresses together. The provider sees one address for all users: unlimited sign-ins
   * would use up its allowance, and no session could be renewed.
   */
  allSignIns: RateLimit
  /** Those of them whose signature only the provider can verify, as for smart accounts: any client can make one up. */
  contractSignIns: RateLimit
  /** Calls for one session's token, from all its tabs. */
  session: RateLimit
  /** Renewals of one account's token before half of its lifetime is over; of one session's if the account is no address. */
  earlyRenewals: RateLimit
  /**
   * What one provider allows the relay, over all token requests. Renewals that are due are counted, and delayed only
   * after an outage of the provider; sign-ins and early renewals share the rest. Default: twice `allSignIns`, which is what Tako allows.
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
