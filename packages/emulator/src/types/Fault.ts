import type { RouteKind } from './RouteKind.ts'

/**
 * A failure of one request.
 *
 * `processed` says whether the server processed the request (which uses up a refresh token) before the fault shows.
 *
 * - `lost-answer`: processed, then the connection drops: `fetch` rejects, over HTTP the socket is destroyed.
 * - `lost-request`: dropped before it arrived; nothing happened on the server.
 * - `hang`: waits until `release()`, before processing or (with `processed`) after it, then responds as usual.
 * - `html`: a captive portal's page at HTTP 200.
 * - `cut-json`: the real response, truncated in the middle (processed unless set otherwise).
 * - `429`: throttled; with `retryAfterMs` a `Retry-After` header, as seconds or as an HTTP date.
 * - `500`: a proxy's bare server error. A documented one is `{ type: 'error', code: 500 }`.
 * - `204`: success without a body.
 * - `redirect`: HTTP 302 to `location`.
 * - `sent-twice`: processed twice, as when a browser repeats a POST by itself; the second response arrives.
 * - `error`: the provider's own documented failure with this code.
 */
export type Fault<code extends number = number> =
  | { type: 'lost-answer' }
  | { type: 'lost-request' }
  | { type: 'sent-twice' }
  | { type: 'hang'; processed?: boolean }
  | { type: 'html'; processed?: boolean }
  | { type: 'cut-json'; processed?: boolean }
  | { type: '204'; processed?: boolean }
  | { type: '500'; processed?: boolean }
  | {
      type: '429'
      processed?: boolean
      retryAfterMs?: number
      retryAfterAs?: 'seconds' | 'date'
    }
  | { type: 'redirect'; processed?: boolean; location?: string }
  | { type: 'error'; processed?: boolean; code: code | (number & {}); message?: string }

/** A fault, or its name if it needs no options. */
export type FaultInput<code extends number = number> = Fault<code> | Exclude<Fault['type'], 'error'>

/** Which requests a queued fault applies to, and how many. */
export interface FaultTarget {
  /** How many matching requests fail. Default: 1. */
  times?: number
  /** Only requests of this kind. Default: any. */
  route?: RouteKind
}
