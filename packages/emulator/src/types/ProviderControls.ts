import type { Clock } from './Clock.ts'
import type { Counters } from './Counters.ts'
import type { FaultInput, FaultTarget } from './Fault.ts'
import type { IssuedTokens } from './IssuedTokens.ts'
import type { Latency } from './Latency.ts'
import type { ResolvedReusePolicy, ReusePolicy } from './ReusePolicy.ts'

/** How long tokens issued from now on live. */
export interface Lifetimes {
  accessMs: number
  refreshMs: number
}

/** What a test or a demo page can do to one emulated provider. */
export interface ProviderControls<wire = unknown, code extends number = number> {
  /** This provider's own clock; moves with `controls.clock` as well. */
  clock: Clock
  /** Issues a pair without a request, for providers whose sign-in happens elsewhere. */
  issue(options?: { subject?: string }): Promise<IssuedTokens<wire>>
  lifetimes(): Lifetimes
  setLifetimes(lifetimes: Partial<Lifetimes>): void
  latency(): Latency
  /** A number delays the request on its way in. Milliseconds. */
  setLatency(latency: number | Partial<Latency>): void
  reuse(): ResolvedReusePolicy
  setReuse(policy: ReusePolicy): void
  /** Queues a fault; each request takes the first one that waits for its kind. */
  failNext(fault: FaultInput<code>, target?: FaultTarget): void
  /** Faults still waiting. */
  faults(): number
  clearFaults(): void
  /** Requests that hang. */
  hanging(): number
  /** Lets every hanging request go on; returns how many. */
  release(): number
  /** Revokes all tokens, access and refresh, of one subject or of everyone. */
  revoke(subject: string | 'all'): void
  /** Makes issued access tokens expire now, of one subject or of everyone. */
  expireAccess(subject?: string): void
  counters(): Counters
  resetCounters(): void
}
