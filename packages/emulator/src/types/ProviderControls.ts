import type { Clock } from './Clock.ts'
import type { Counters } from './Counters.ts'
import type { FaultInput, FaultTarget } from './Fault.ts'
import type { IssuedTokens } from './IssuedTokens.ts'
import type { Latency } from './Latency.ts'
import type { ResolvedReusePolicy, ReusePolicy } from './ReusePolicy.ts'

/** The lifetimes of tokens issued from now on. */
export interface Lifetimes {
  accessMs: number
  refreshMs: number
}

/** Controls of one emulated provider, for tests and demo pages. */
export interface ProviderControls<wire = unknown, code extends number = number> {
  /** This provider's own clock; `controls.clock` advances it as well. */
  clock: Clock
  /** Issues a pair without a request, for providers whose sign-in happens elsewhere. */
  issue(options?: { subject?: string }): Promise<IssuedTokens<wire>>
  lifetimes(): Lifetimes
  setLifetimes(lifetimes: Partial<Lifetimes>): void
  latency(): Latency
  /** A number delays the request before it is processed. Milliseconds. */
  setLatency(latency: number | Partial<Latency>): void
  reuse(): ResolvedReusePolicy
  setReuse(policy: ReusePolicy): void
  /** Queues a fault; each request takes the first one for its kind. */
  failNext(fault: FaultInput<code>, target?: FaultTarget): void
  /** Number of queued faults. */
  faults(): number
  clearFaults(): void
  /** Number of requests that hang. */
  hanging(): number
  /** Lets every hanging request continue; returns their number. */
  release(): number
  /** Revokes all tokens, access and refresh, of one subject or of all. */
  revoke(subject: string | 'all'): void
  /** Expires issued access tokens now, of one subject or of all. */
  expireAccess(subject?: string): void
  counters(): Counters
  resetCounters(): void
}
