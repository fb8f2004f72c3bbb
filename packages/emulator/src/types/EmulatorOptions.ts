import type { TakoOptions } from '../providers/tako/TakoOptions.ts'

/** Options of `createEmulator`. */
export interface EmulatorOptions {
  /** The clock below all others, epoch milliseconds. Default: `Date.now`. */
  now?: () => number
  /** How latency waits, so that tests need not. Default: `setTimeout`. */
  sleep?: (ms: number) => Promise<void>
  /** Signs the tokens; two emulators with the same one read each other's stateless JWTs. */
  secret?: string
  /** Origins that may read answers. Default: every one. */
  allowedOrigins?: '*' | readonly string[]
  /** Whether pages of other origins may read `Retry-After`. Default: no, as the Fetch standard has it. */
  exposeRetryAfter?: boolean
  tako?: TakoOptions
}
