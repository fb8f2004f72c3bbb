/** How patient the relay is. Durations are milliseconds. */
export interface RelayTiming {
  /**
   * How long a request that was sent upstream is waited for, by all replicas. It is not cancelled earlier: the provider may
   * have rotated the token already, and its answer is the only copy. The page is answered within `answerWithinMs` meanwhile.
   */
  requestTimeoutMs: number
  /** How much longer than its time-out an attempt is believed to be under way. */
  frozenMarginMs: number
  /** The page is answered within, if only with a wait; what was begun goes on. Below the ten seconds that a page waits. */
  answerWithinMs: number
  /** For the body of a request to arrive. */
  bodyTimeoutMs: number
  /**
   * How long a request with the old cookie is still given the new tokens after the browser has shown that it has the new
   * one. Until it has, the new tokens are kept, to the session's end.
   */
  successorMs: number
  /** A token is renewed from this long before expiry on, asked for or not (a tenth of lifetimes under five minutes). */
  hardMarginMs: number
  confirmDelayMs: number
  backoffBaseMs: number
  backoffMaxMs: number
  /**
   * How long a session may rest where the provider does not say, and a sign-out is remembered. A request in the second half of
   * it begins it anew.
   */
  sessionMs: number
  /** How long a session may last, however often it is used. */
  maxSessionMs: number
  /** What is asked of the page while the store is gone. */
  storeWaitMs: number
  /** How long `close` lets requests in flight finish. */
  shutdownMs: number
}

export const defaultTiming: RelayTiming = {
  requestTimeoutMs: 120_000,
  frozenMarginMs: 2_000,
  answerWithinMs: 9_000,
  bodyTimeoutMs: 5_000,
  successorMs: 30_000,
  hardMarginMs: 30_000,
  confirmDelayMs: 1_000,
  backoffBaseMs: 1_000,
  backoffMaxMs: 300_000,
  sessionMs: 30 * 86_400_000,
  maxSessionMs: 400 * 86_400_000,
  storeWaitMs: 2_000,
  shutdownMs: 10_000,
}
