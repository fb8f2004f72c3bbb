import type { CloudreveOptions } from './providers/cloudreve/CloudreveOptions.ts'
import type { PrivateCloudOptions } from './providers/privateCloud/PrivateCloudOptions.ts'
import type { TakoOptions } from './providers/tako/TakoOptions.ts'
import type { TalkstackOptions } from './providers/talkstack/TalkstackOptions.ts'

/** Options of `createEmulator`. */
export interface EmulatorOptions {
  /** The base of all clocks, in epoch milliseconds. Default: `Date.now`. */
  now?: () => number
  /** Waits for latency; tests can replace it. Default: `setTimeout`. */
  sleep?: (ms: number) => Promise<void>
  /** Signs the tokens. Emulators with the same secret read each other's stateless JWTs. */
  secret?: string
  /** Origins that may read responses. Default: all. */
  allowedOrigins?: '*' | readonly string[]
  /** Whether pages of other origins may read `Retry-After`. Default: no, as in the Fetch standard. */
  exposeRetryAfter?: boolean
  tako?: TakoOptions
  talkstack?: TalkstackOptions
  cloudreve?: CloudreveOptions
  privateCloud?: PrivateCloudOptions
}
