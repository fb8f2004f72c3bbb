import type { CommonProviderOptions } from '../../types/CommonProviderOptions.ts'
import type { VerifySignature } from './VerifySignature.ts'

/** Options of the emulated Tako API. */
export interface TakoOptions extends CommonProviderOptions {
  /** Maximum age of `ISSUED AT`, in milliseconds. Default: 24 h. */
  maxAgeMs?: number
  /** How far ahead `ISSUED AT` may be, in milliseconds. Default: 5 min. */
  maxAheadMs?: number
  /** Requests allowed from one address. Default: 60 a minute. */
  rateLimit?: { requests: number; perMs: number } | false
  /** The member with an error's text; the documents name both. Default: `error_msg`. */
  errorField?: 'error_msg' | 'error_message'
  /** HTTP status of an error, which is undocumented. Default: 400, 401 for tokens, 500 for 1000 to 1004. */
  errorStatus?: (code: number) => number
  /** Code for a refused token, which is undocumented. Default: 600, the one in the documents' example. */
  refusedCode?: number
  /** Called if recovery does not yield the message's address. Default: refused, as for "elliptic curve signing". */
  verifySignature?: VerifySignature
}
