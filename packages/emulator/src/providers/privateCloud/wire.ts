import type { TokenPair } from '../../types/TokenPair.ts'

/** Names of the members in a response. The specification lets a deployment's own documents prevail. */
export interface PrivateCloudFields {
  accessToken: string
  refreshToken: string
  expiresIn: string
}

export const documentedFields: PrivateCloudFields = {
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  expiresIn: 'expires_in',
}

/** The response of `/api/refreshToken.do`; member names vary. */
export type PrivateCloudTokenAnswer = Record<string, string | number>

/** The response with a pair, with or without its refresh token. */
export function toTokenAnswer(
  { accessToken, refreshToken, accessExpiresAt }: TokenPair,
  { fields, now, omit }: { fields: PrivateCloudFields; now: number; omit: boolean },
): PrivateCloudTokenAnswer {
  return {
    [fields.accessToken]: accessToken,
    ...(!omit && { [fields.refreshToken]: refreshToken }),
    [fields.expiresIn]: Math.ceil(Math.max(0, accessExpiresAt - now) / 1_000),
  }
}
