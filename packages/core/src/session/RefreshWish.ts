/** Why a refresh is asked for. */
export interface RefreshWish {
  /** A caller waits for it. */
  isUrgent: boolean
  /** A generation that was refused or is not wanted: only a newer one will do. */
  staleGen?: number | undefined
}
