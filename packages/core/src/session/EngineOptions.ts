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
  requestTimeoutMs: number
  /** How much longer than its time-out a presentation is believed to be under way. */
  frozenMarginMs: number
  lockWaitMs: number
  backoffBaseMs: number
  backoffMaxMs: number
  /** The longest pause that a provider may ask for: a longer one is more likely a mistake than a wish. */
  maxRetryAfterMs: number
  /** How long after a refusal it is confirmed, while the access token is still good and when it is not. */
  confirmDelayMs: { valid: number; expired: number }
  /** How long the exchange of a signature is tried again. */
  exchangePatienceMs: number
}

export const defaultEngineOptions: EngineOptions = {
  softRatio: 0.8,
  jitterRatio: 0.05,
  hiddenRatio: 0.08,
  hardMarginMs: 30_000,
  requestTimeoutMs: 10_000,
  frozenMarginMs: 5_000,
  lockWaitMs: 15_000,
  backoffBaseMs: 1_000,
  backoffMaxMs: 300_000,
  maxRetryAfterMs: 3_600_000,
  confirmDelayMs: { valid: 5_000, expired: 1_000 },
  exchangePatienceMs: 300_000,
}
