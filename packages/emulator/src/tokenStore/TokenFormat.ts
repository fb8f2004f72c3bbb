/** The content of a token. Instants are epoch milliseconds. */
export interface TokenContent {
  kind: 'access' | 'refresh'
  subject: string
  expiresAt: number
}

interface MintParameters extends TokenContent {
  issuedAt: number
  /** Different for every pair, if the server must distinguish tokens issued within one second. */
  salt: string
}

/** How one provider's tokens are created and, if self-contained, read. */
export interface TokenFormat {
  mint(parameters: MintParameters): string
  /** Reads a token that this run did not issue. Absent if tokens are opaque. */
  read?(token: string): Promise<TokenContent | null>
  /** Expiry is rounded down to this: 1000 for JWTs, whose `exp` counts seconds. */
  precisionMs: number
}
