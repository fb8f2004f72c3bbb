import type { CommonProviderOptions } from '../../types/CommonProviderOptions.ts'
import type { RefreshTokenField } from './wire.ts'

/** Options of the emulated TalkStack API. */
export interface TalkstackOptions extends CommonProviderOptions {
  /** What the refresh token is called in an answer. Default: `resfreshToken`, as documented. */
  refreshTokenField?: RefreshTokenField
}
