import type { Fault } from './Fault.ts'
import type { ProviderName } from './ProviderName.ts'
import type { RouteKind } from './RouteKind.ts'

/**
 * One event of a request, without tokens, signatures or credentials.
 *
 * `received` and `answered` (or `dropped`) share a `request` number; `seq` is unique and only grows. A request that never
 * arrived (`lost-request`) is `dropped` without having been `received`.
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
  /** Fingerprint of the request's refresh token. */
  refreshToken?: string
  /** Fingerprint of the request's bearer token. */
  accessToken?: string
  /** The refresh token family of the request. */
  family?: string
  subject?: string
  /** True if a used refresh token was sent again. */
  reused?: boolean
  /** HTTP status of the response. */
  status?: number
  /** The server's decision: `ok`, or the reason for a refusal. */
  outcome?: string
  fault?: Fault['type']
}
