/** One session as the relay holds it: sealed in a cookie, or sealed in the store. */
export interface RelaySession {
  /** Random per sign-in. */
  sid: string
  /** Grows by one with each refresh. */
  gen: number
  account: string
  /** The subject of the tokens, as the provider names it. A refresh must not change it. */
  subject?: string | undefined
  startedAt: number
  /** When the access token was requested. Its lifetime counts from here. */
  requestedAt: number
  lifetimeMs: number
  /** No cookie of this session is accepted after this instant, so a sign-out is remembered until then. */
  untilAt: number
  accessToken: string
  refreshToken?: string | undefined
}
