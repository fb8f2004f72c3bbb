/** What a provider gave: tokens, and how long they live, counted from when they were asked for. */
export interface TokenSet {
  accessToken: string
  /** Absent where a relay keeps it, or where the provider gives none. */
  refreshToken?: string | undefined
  /** Milliseconds from the start of the request. */
  lifetimeMs: number
  /** When the provider says that the refresh token ends, epoch milliseconds on its clock. Never ends a session alone. */
  refreshExpiresAt?: number | undefined
  /** Whom the tokens are for: an address or a user id. */
  subject?: string | undefined
  /** A relay's name for this generation: handed back, it asks for a newer one. */
  handle?: string | undefined
}
