/** Why a refresh is asked for. */
export interface RefreshRequest {
  /** A caller waits for it. */
  isAwaited: boolean
  /** A generation that was refused or is not wanted: only a newer one will do. */
  staleGen?: number | undefined
}
