/** What a token says, or is to say. Instants are epoch milliseconds. */
export interface TokenContent {
  kind: 'access' | 'refresh'
  subject: string
  expiresAt: number
}

interface MintParameters extends TokenContent {
  issuedAt: number
  /** Different for every pair where the server must tell apart what it issued within one second. */
  salt: string
}

/** How one provider's tokens are made and, where they speak for themselves, read again. */
export interface TokenFormat {
  mint(parameters: MintParameters): string
  /** Reads a token that this run did not issue. Absent where tokens are opaque. */
  read?(token: string): Promise<TokenContent | null>
  /** Expiry is rounded down to this: 1000 for JWTs, whose `exp` counts seconds. */
  precisionMs: number
}
