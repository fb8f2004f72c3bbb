/** An emulated server's record of a pair that it issued. Instants are epoch milliseconds. */
export interface TokenPair {
  subject: string
  accessToken: string
  refreshToken: string
  issuedAt: number
  accessExpiresAt: number
  refreshExpiresAt: number
}
