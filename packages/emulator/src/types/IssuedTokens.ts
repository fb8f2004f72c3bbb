/**
 * A freshly issued pair. `subject` and `wire` are not enumerable, so that it can be passed to the kit's `startSession` as it
 * is.
 */
export interface IssuedTokens<wire = unknown> {
  readonly subject: string
  accessToken: string
  refreshToken: string
  /** The access token's remaining lifetime. */
  expiresInMs: number
  /** The documented response with this pair. */
  readonly wire: wire
}
