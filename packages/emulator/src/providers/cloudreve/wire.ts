import * as v from 'valibot'
import type { TokenPair } from '../../types/TokenPair.ts'
import { formatInstant, type InstantFormat } from './formatInstant.ts'

/** The body of `POST /session/token/refresh` and `DELETE /session/token`. */
export const refreshRequest = v.object({ refresh_token: v.pipe(v.string(), v.nonEmpty()) })

/** The claims of a token. */
export const cloudreveClaims = v.object({
  token_type: v.picklist(['access', 'refresh']),
  sub: v.string(),
  exp: v.number(),
  nbf: v.number(),
  state_hash: v.optional(v.string()),
})

/** The response of `/session/token/refresh`. */
export interface CloudreveTokenAnswer {
  data: {
    access_token: string
    access_expires: string
    refresh_token: string
    refresh_expires: string
  }
  code: 0
  msg: ''
}

/** The documented response with a pair. */
export function toTokenAnswer(pair: TokenPair, format: InstantFormat): CloudreveTokenAnswer {
  return {
    data: {
      access_token: pair.accessToken,
      access_expires: formatInstant(pair.accessExpiresAt, format),
      refresh_token: pair.refreshToken,
      refresh_expires: formatInstant(pair.refreshExpiresAt, format),
    },
    code: 0,
    msg: '',
  }
}
