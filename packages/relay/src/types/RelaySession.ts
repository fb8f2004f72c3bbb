/** One session as the relay holds it: sealed in a cookie, or sealed in the store. */
export interface RelaySession {
  /** Random per sign-in. */
  sid: string
  /** Only grows, by one with each refresh. */
  gen: number
  account: string
  /** Whom the tokens are for, by the provider's word. A refresh must not change it. */
  subject?: string | undefined
  startedAt: number
  /** When the access token was asked for: its lifetime counts from here. */
  requestedAt: number
  lifetimeMs: number
  /** No cookie of this session is taken after: so long a sign-out is remembered. */
  untilAt: number
  accessToken: string
  refreshToken?: string | undefined
}
