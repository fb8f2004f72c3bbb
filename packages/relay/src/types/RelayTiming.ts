/** How long the relay waits. Durations are milliseconds. */
export interface RelayTiming {
  /**
   * How long all replicas wait for an upstream request. It is not cancelled earlier: the provider may have rotated the token
   * already, and its response is the only copy. Meanwhile the page is answered within `answerWithinMs`.
   */
  requestTimeoutMs: number
  /** How long past its time-out an attempt counts as in flight. */
  frozenMarginMs: number
  /**
   * The page is answered within this time, if only with a wait; tasks in flight continue. Less than the ten seconds that a
   * page waits.
   */
  answerWithinMs: number
  /** Time for the body of a request to arrive. */
  bodyTimeoutMs: number
  /**
   * How long a request with the old cookie still receives the new tokens after the browser has shown the new one. Until it
   * has, the new tokens are kept, up to the session's end.
   */
  successorMs: number
  /** A token is renewed from this long before its expiry, asked for or not (a tenth of lifetimes under five minutes). */
  hardMarginMs: number
  /** How long after a refusal it is confirmed. */
  confirmDelayMs: number
  /** The longest wait after a first failure; it doubles with each further one. */
  backoffBaseMs: number
  /** The longest wait after any number of failures. */
  backoffMaxMs: number
  /**
   * How long a session may be unused if the provider does not say, and how long a sign-out is remembered. A request in the
   * second half restarts it.
   */
  sessionMs: number
  /** Maximum duration of a session, however often it is used. */
  maxSessionMs: number
  /** The wait that a page is asked for while the store is gone. */
  storeWaitMs: number
  /** How long `close` lets in-flight requests finish. */
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
