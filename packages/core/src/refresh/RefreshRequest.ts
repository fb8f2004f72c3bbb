/** A request to refresh the tokens. */
export interface RefreshRequest {
  /** A caller waits for the result. */
  isAwaited: boolean
  /** A generation that was refused or is not accepted: only a newer one satisfies the request. */
  staleGen?: number | undefined
}
