import type { EngineOptions } from './EngineOptions.ts'

/** The options that a page needs when it starts: they decide when a refresh is due. */
export const startOptions = {
  softRatio: 0.8,
  jitterRatio: 0.05,
  hiddenRatio: 0.08,
  hardMarginMs: 30_000,
  frozenMarginMs: 5_000,
  maxRetryAfterMs: 3_600_000,
} satisfies Partial<EngineOptions>
