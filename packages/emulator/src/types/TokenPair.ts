/** What an emulated server knows about a pair that it issued. Instants are epoch milliseconds. */
export interface TokenPair {
  subject: string
  accessToken: string
  refreshToken: string
  issuedAt: number
  accessExpiresAt: number
  refreshExpiresAt: number
}
