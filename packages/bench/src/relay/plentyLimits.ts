const plenty = { requests: 6_000_000, perMs: 60_000 }

/** Limits that are counted, and that no bench reaches. */
export const plentyLimits = {
  address: plenty,
  session: plenty,
  signIn: plenty,
  earlyRenewals: plenty,
  provider: plenty,
}
