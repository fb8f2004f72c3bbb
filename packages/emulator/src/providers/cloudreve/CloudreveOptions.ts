import type { CommonProviderOptions } from '../../types/CommonProviderOptions.ts'

/** Options of the emulated Cloudreve. */
export interface CloudreveOptions extends CommonProviderOptions {
  /** Digits after the second in an instant, 0 to 9. Default: 9. */
  fractionDigits?: number
  /** Zone of instants, such as `-03:30` or `Z`. Default: `+08:00`. */
  zoneOffset?: string
  /** Whether other origins may `DELETE`; a server's default CORS list omits it. Default: false. */
  allowDelete?: boolean
  /** Whether failures include the internal `error` text. Default: false. */
  debug?: boolean
}
