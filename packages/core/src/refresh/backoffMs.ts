import type { EngineOptions } from './EngineOptions.ts'

/** Exponential back-off with full jitter. `failures` counts from one. */
export function backoffMs(
  failures: number,
  random: number,
  options: Pick<EngineOptions, 'backoffBaseMs' | 'backoffMaxMs'>,
): number {
  return (
    random * Math.min(options.backoffMaxMs, options.backoffBaseMs * 2 ** Math.min(failures, 20))
  )
}

/** Returns the larger of the provider's hint and the own back-off. The hint is capped: a longer one is more likely a mistake. */
export function longerWait(
  hintMs: number | undefined,
  ownMs: number,
  { maxRetryAfterMs }: Pick<EngineOptions, 'maxRetryAfterMs'>,
): number {
  const hint = hintMs !== undefined && hintMs > 0 ? Math.min(hintMs, maxRetryAfterMs) : 0
  return Math.max(hint, ownMs)
}
