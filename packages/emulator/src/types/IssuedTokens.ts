/**
 * A freshly issued pair. `subject` and `wire` are not enumerable, so that it can be handed to the kit's `startSession` as it is.
 */
export interface IssuedTokens<wire = unknown> {
  readonly subject: string
  accessToken: string
  refreshToken: string
  /** What is left of the access token's life. */
  expiresInMs: number
  /** The documented answer that carries this pair. */
  readonly wire: wire
}
