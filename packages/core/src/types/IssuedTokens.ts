/** A pair of tokens that was obtained elsewhere. */
export interface IssuedTokens {
  accessToken: string
  refreshToken: string
  /** How long the access token is still good, milliseconds. Read from the token, or the provider's usual, where left out. */
  expiresInMs?: number | undefined
}
