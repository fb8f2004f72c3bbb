import type { ResolvedReusePolicy, ReusePolicy } from '../types/ReusePolicy.ts'

/** Expands a policy given by name; `grace` alone means 30 s. */
export function resolveReusePolicy(policy: ReusePolicy): ResolvedReusePolicy {
  if (typeof policy !== 'string') return policy
  return policy === 'grace' ? { type: 'grace', graceMs: 30_000 } : { type: policy }
}
