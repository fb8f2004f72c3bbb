import type { CommonProviderOptions } from '../../types/CommonProviderOptions.ts'
import type { PrivateCloudFields } from './wire.ts'

/** Options of the emulated private cloud. */
export interface PrivateCloudOptions extends CommonProviderOptions {
  /** Default: `demo-client`. */
  clientId?: string
  /** Default: `demo-secret`. */
  clientSecret?: string
  /** Names of the members in a response. Default: `access_token`, `refresh_token`, `expires_in`. */
  fields?: Partial<PrivateCloudFields>
  /** Default: `/api/refreshToken.do`, and `/api/userInfo.do` to use a token. */
  paths?: { refresh?: string; userInfo?: string }
  /** Responds without a refresh token; the old one stays valid. Default: false. */
  omitRefreshToken?: boolean
  /** Failures are `{"code":401,"success":false,"msg":…}` at HTTP 200, as the enterprise API sends them. Default: false. */
  failsInEnvelope?: boolean
}
