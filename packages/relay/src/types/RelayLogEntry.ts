import type { RedactedError } from '../redact/redactError.ts'

/** One line of the relay's log. No token, signature, cookie or secret is in it, and no URL with its query. */
export interface RelayLogEntry {
  /** Epoch milliseconds. */
  at: number
  level: 'info' | 'warn' | 'error'
  event:
    | 'request'
    | 'session-started'
    | 'session-renewed'
    | 'session-taken-over'
    | 'session-ended'
    /** A session's tokens are too large for cookies: they are in the store. `tokensIn: 'store'` says so for all. */
    | 'cookie-outgrown'
    | 'upstream-failed'
    | 'store-failed'
    /** A session's row of another version, or one that was cut: its session waits. */
    | 'row-unreadable'
    /** More sign-outs during an outage of the store than are remembered: this one was not noted. */
    | 'sign-out-dropped'
    /** The provider was not told, within an hour, that a session's tokens are not wanted any more, or refused to hear it. */
    | 'revocation-dropped'
    | 'closing'
  /** Also in the answer's `x-request-id`, and sent upstream. */
  requestId?: string | undefined
  provider?: string | undefined
  route?: string | undefined
  status?: number | undefined
  code?: string | undefined
  reason?: string | undefined
  correlationId?: string | undefined
  durationMs?: number | undefined
  error?: RedactedError | undefined
}

/** Where log entries go. */
export type RelayLogger = (entry: RelayLogEntry) => void
