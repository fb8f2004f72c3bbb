import type { EngineOptions } from './EngineOptions.ts'
import type { startOptions } from './startOptions.ts'

/** Options that only refreshing and signing in use. They load with that code. */
export const lateOptions: Omit<EngineOptions, keyof typeof startOptions> = {
  requestTimeoutMs: 10_000,
  maxRequestMs: 120_000,
  lockWaitMs: 15_000,
  backoffBaseMs: 1_000,
  backoffMaxMs: 300_000,
  visibleBackoffMaxMs: 30_000,
  probeMs: 6_000,
  confirmDelayMs: { valid: 5_000, expired: 1_000 },
  exchangePatienceMs: 300_000,
}
