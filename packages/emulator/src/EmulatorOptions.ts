import type { CloudreveOptions } from './providers/cloudreve/CloudreveOptions.ts'
import type { PrivateCloudOptions } from './providers/privateCloud/PrivateCloudOptions.ts'
import type { TakoOptions } from './providers/tako/TakoOptions.ts'
import type { TalkstackOptions } from './providers/talkstack/TalkstackOptions.ts'

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
  talkstack?: TalkstackOptions
  cloudreve?: CloudreveOptions
  privateCloud?: PrivateCloudOptions
}
