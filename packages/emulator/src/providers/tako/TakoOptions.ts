import type { CommonProviderOptions } from '../../types/CommonProviderOptions.ts'
import type { VerifySignature } from './VerifySignature.ts'

/** Options of the emulated Tako API. */
export interface TakoOptions extends CommonProviderOptions {
  /** How old `ISSUED AT` may be, milliseconds. Default: 24 h. */
  maxAgeMs?: number
  /** How far ahead `ISSUED AT` may be, milliseconds. Default: 5 min. */
  maxAheadMs?: number
  /** Requests allowed from one address. Default: 60 a minute. */
  rateLimit?: { requests: number; perMs: number } | false
  /** The member that carries an error's text; the documents name both. Default: `error_msg`. */
  errorField?: 'error_msg' | 'error_message'
  /** HTTP status of an error, which the documents leave open. Default: 400, 401 for tokens, 500 for 1000 to 1004. */
  errorStatus?: (code: number) => number
  /** Code for a refused token, which the documents leave open. Default: 600, the one in their example. */
  refusedCode?: number
  /** Asked where recovery does not give the message's address. Default: refused, as for "elliptic curve signing". */
  verifySignature?: VerifySignature
}
