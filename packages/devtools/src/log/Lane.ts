/** The lifetime of a pair of tokens. Instants are epoch milliseconds. */
export interface Bar {
  from: number
  until: number
  /** Fetched by this tab. */
  isOwn: boolean
}

export interface Wait {
  from: number
  until: number
}

/** What the timeline of a session draws. */
export interface Lane {
  bars: readonly Bar[]
  /** Pauses and back-off: no request is sent meanwhile. */
  waits: readonly Wait[]
  /** Requests with the refresh token. */
  attempts: readonly number[]
  /** Attempts that did not work. */
  troubles: readonly number[]
  ends: readonly number[]
  /** Failures since the tokens were last fetched, with the last one's code. */
  failures: { count: number; code: string } | undefined
}
