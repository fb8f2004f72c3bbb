/** Counters of the refresh tokens that descend from one sign-in. */
export interface FamilyCounters {
  family: string
  subject: string
  revoked: boolean
  /** Refresh requests that arrived with a token of this family, whatever their result. */
  requests: number
  /** Those that the server processed (a fault may respond without processing). */
  presentations: number
  /**
   * Attempts with a token that had been exchanged before.
   *
   * A stateless server that issues the same bytes again within one second cannot detect these; count them under `grace` or
   * `strict`, where every token is different.
   */
  reuses: number
  /** Successful exchanges. */
  rotations: number
  /** Requests that arrived while another one with the same token was in flight. */
  overlaps: number
}

/** Sums over all families of a provider, and each family's own counters. */
export interface Counters {
  signIns: number
  requests: number
  presentations: number
  reuses: number
  rotations: number
  overlaps: number
  /** Refresh requests whose token the server does not know. */
  unknown: number
  families: FamilyCounters[]
}
