import * as v from 'valibot'
import type { TokenPair } from '../../types/TokenPair.ts'

/** The body of `POST /auth/refresh-token`. */
export const refreshRequest = v.object({ refreshToken: v.pipe(v.string(), v.nonEmpty()) })

/** The refresh token's name in a response: the document misspells it. */
export type RefreshTokenField = 'resfreshToken' | 'refreshToken' | 'both'

/** The response of `/auth/refresh-token`. */
export interface TalkstackTokenAnswer {
  token: string
  resfreshToken?: string
  refreshToken?: string
  /** ISO 8601. */
  expirationTime: string
}

/** The documented response with a pair. */
export function toTokenAnswer(
  { accessToken, refreshToken, accessExpiresAt }: TokenPair,
  field: RefreshTokenField,
): TalkstackTokenAnswer {
  return {
    token: accessToken,
    ...(field !== 'refreshToken' && { resfreshToken: refreshToken }),
    ...(field !== 'resfreshToken' && { refreshToken }),
    expirationTime: new Date(accessExpiresAt).toISOString(),
  }
}
