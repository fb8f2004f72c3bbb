import type { Fault } from './Fault.ts'
import type { ProviderName } from './ProviderName.ts'
import type { RouteKind } from './RouteKind.ts'

/**
 * One thing that happened to a request, with no token, signature or credential in it.
 *
 * `received` and `answered` (or `dropped`) share a `request` number; `seq` is unique and only grows.
 * A request that never arrived (`lost-request`) is `dropped` without having been `received`.
 */
export interface EmulatorEvent {
  seq: number
  request: number
  phase: 'received' | 'answered' | 'dropped'
  /** By the provider's own clock, epoch milliseconds. */
  happenedAt: number
  provider: ProviderName
  route: RouteKind
  method: string
  /** Path and query; every query value but `grant_type` is replaced. */
  path: string
  /** Fingerprint of the refresh token that the request carried. */
  refreshToken?: string
  /** Fingerprint of the bearer token that the request carried. */
  accessToken?: string
  /** The refresh token family that the request belongs to. */
  family?: string
  subject?: string
  /** True where a used refresh token was presented again. */
  reused?: boolean
  /** HTTP status of the answer. */
  status?: number
  /** What the server decided: `ok`, or why not. */
  outcome?: string
  fault?: Fault['type']
}
