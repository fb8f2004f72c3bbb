import type { EngineOptions } from './EngineOptions.ts'

/** Exponential, with full jitter. `failures` counts from one. */
export function backoffMs(failures: number, random: number, options: EngineOptions): number {
  return (
    random * Math.min(options.backoffMaxMs, options.backoffBaseMs * 2 ** Math.min(failures, 20))
  )
}
