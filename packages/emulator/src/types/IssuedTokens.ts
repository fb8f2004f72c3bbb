/** A freshly issued pair: in a neutral shape, and as the provider itself would have sent it. */
export interface IssuedTokens<wire = unknown> {
  subject: string
  accessToken: string
  refreshToken: string
  /** What is left of the access token's life. */
  expiresInMs: number
  /** The documented answer that carries this pair. */
  wire: wire
}
