import type { TokenPair } from '../../types/TokenPair.ts'

/** Names of the members in an answer. The document lets a deployment's own documents prevail. */
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

/** The answer of `/api/refreshToken.do`, by whatever names its members have. */
export type PrivateCloudTokenAnswer = Record<string, string | number>

/** The answer that carries a pair, with or without its refresh token. */
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
