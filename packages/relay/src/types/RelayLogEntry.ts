import type { RedactedError } from '../redact/redactError.ts'

/** One line of the relay's log. It holds no token, signature, cookie or secret, and no URL with its query. */
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
    /** A session's tokens are too large for cookies and are in the store. `tokensIn: 'store'` puts all there. */
    | 'cookie-outgrown'
    | 'upstream-failed'
    | 'store-failed'
    /** A session's row is of another version, or truncated: its session waits. */
    | 'row-unreadable'
    /** During an outage of the store there were more sign-outs than can be remembered: this one was not recorded. */
    | 'sign-out-dropped'
    /** The provider did not accept the revocation of a session's tokens within an hour, or refused it. */
    | 'revocation-dropped'
    | 'closing'
  /** Also the response's `x-request-id`; sent upstream. */
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

/** Receives log entries. */
export type RelayLogger = (entry: RelayLogEntry) => void
