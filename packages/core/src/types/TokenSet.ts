/** The tokens that a provider returned, and their lifetime, counted from the start of the request. */
export interface TokenSet {
  /** What authorizes calls, in memory only. */
  accessToken: string
  /** Absent if a relay keeps it, or if the provider issues none. */
  refreshToken?: string | undefined
  /** Milliseconds from the start of the request. */
  lifetimeMs: number
  /** When the provider says that the refresh token expires, epoch milliseconds on its clock. Never ends a session alone. */
  refreshExpiresAt?: number | undefined
  /** The subject of the tokens: an address or a user id. */
  subject?: string | undefined
  /** A relay's name for this generation. Sent back, it requests a newer one. */
  handle?: string | undefined
}
