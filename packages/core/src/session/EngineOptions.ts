/** When and how patiently tokens are refreshed. Durations are milliseconds. */
export interface EngineOptions {
  /** From this part of its lifetime on a token is refreshed in the background. */
  softRatio: number
  /** The soft deadline is spread by this part, so that tabs do not all wake at once. */
  jitterRatio: number
  /** Hidden tabs come this part later, so that a visible one usually does it. */
  hiddenRatio: number
  /** Callers wait for the refresh from this long before expiry on (a tenth of lifetimes under five minutes). */
  hardMarginMs: number
  /** Callers hear after it that an answer is late. The request itself goes on. */
  requestTimeoutMs: number
  /** A request that was sent is given up after it, and not before: its late answer counts. */
  maxRequestMs: number
  /** How much longer than its bound a presentation is believed to be under way. */
  frozenMarginMs: number
  lockWaitMs: number
  backoffBaseMs: number
  backoffMaxMs: number
  /** The longest back-off where a visible tab has no token that is good. */
  visibleBackoffMaxMs: number
  /** How soon after a failure one more try is made for a caller who waits in a visible tab without a good token. */
  probeMs: number
  /** The longest pause that a provider may ask for: a longer one is more likely a mistake than a wish. */
  maxRetryAfterMs: number
  /** How long after a refusal it is confirmed, while the access token is still good and when it is not. */
  confirmDelayMs: { valid: number; expired: number }
  /** How long the exchange of a signature is tried again. */
  exchangePatienceMs: number
}
