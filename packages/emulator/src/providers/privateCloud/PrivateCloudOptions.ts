import type { CommonProviderOptions } from '../../types/CommonProviderOptions.ts'
import type { PrivateCloudFields } from './wire.ts'

/** Options of the emulated private cloud. */
export interface PrivateCloudOptions extends CommonProviderOptions {
  /** Default: `demo-client`. */
  clientId?: string
  /** Default: `demo-secret`. */
  clientSecret?: string
  /** Names of the members in an answer. Default: `access_token`, `refresh_token`, `expires_in`. */
  fields?: Partial<PrivateCloudFields>
  /** Default: `/api/refreshToken.do`, and `/api/userInfo.do` to use a token on. */
  paths?: { refresh?: string; userInfo?: string }
  /** Answers without a refresh token; the old one stays good. Default: false. */
  omitRefreshToken?: boolean
  /** Failures come as `{"code":401,"success":false,"msg":…}` at HTTP 200, as the enterprise API sends them. Default: false. */
  failsInEnvelope?: boolean
}
