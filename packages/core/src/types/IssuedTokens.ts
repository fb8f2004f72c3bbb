/** A pair of tokens that was obtained elsewhere. */
export interface IssuedTokens {
  accessToken: string
  refreshToken: string
  /** Remaining lifetime of the access token, in milliseconds. Default: as the token says, else the provider's usual. */
  expiresInMs?: number | undefined
}
