import type { CommonProviderOptions } from '../../types/CommonProviderOptions.ts'
import type { RefreshTokenField } from './wire.ts'

/** Options of the emulated TalkStack API. */
export interface TalkstackOptions extends CommonProviderOptions {
  /** The refresh token's name in a response. Default: `resfreshToken`, as documented. */
  refreshTokenField?: RefreshTokenField
}
