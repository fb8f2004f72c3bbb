/** When tokens are refreshed, and how long the engine waits and retries. Durations are milliseconds. */
export interface EngineOptions {
  /** The part of its lifetime after which a token is refreshed in the background. */
  softRatio: number
  /** The soft deadline is spread by this part, so that tabs do not all wake at the same time. */
  jitterRatio: number
  /** Hidden tabs refresh later by this part, so that usually a visible tab does it. */
  hiddenRatio: number
  /** Callers wait for the refresh from this long before expiry (a tenth of the lifetime if that is under five minutes). */
  hardMarginMs: number
  /** After this time callers receive an error that the answer is late. The request itself continues. */
  requestTimeoutMs: number
  /** A sent request is given up after this time, and not before: a late answer counts. */
  maxRequestMs: number
  /** Added to the bound of an attempt before it counts as abandoned. */
  frozenMarginMs: number
  /** How long a tab waits for a lock that another one holds. */
  lockWaitMs: number
  /** The longest wait after a first failure; it doubles with each further one. */
  backoffBaseMs: number
  /** The longest wait after any number of failures. */
  backoffMaxMs: number
  /** The longest back-off while a visible tab has no valid token. */
  visibleBackoffMaxMs: number
  /** How soon after a failure one more try is made for a caller that waits in a visible tab without a valid token. */
  probeMs: number
  /** The longest pause that a provider may ask for: a longer one is more likely a mistake. */
  maxRetryAfterMs: number
  /** How long after a refusal it is confirmed, while the access token is still valid and after it has expired. */
  confirmDelayMs: { valid: number; expired: number }
  /** How long the exchange of a signature is retried. */
  exchangePatienceMs: number
}
