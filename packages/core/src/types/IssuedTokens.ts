/** A pair of tokens that was obtained elsewhere. */
export interface IssuedTokens {
  accessToken: string
  refreshToken: string
  /**
   * The remaining lifetime of the access token, in milliseconds. Omitted, it is read from the token, or else the provider's
   * usual.
   */
  expiresInMs?: number | undefined
}
