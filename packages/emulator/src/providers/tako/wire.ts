import * as v from 'valibot'
import type { TokenPair } from '../../types/TokenPair.ts'

/** The body of `POST /v2/token`. */
export const tokenRequest = v.object({ message: v.string(), signature: v.string() })

/** The body of `POST /v2/refresh_token`. */
export const refreshRequest = v.object({ refresh_token: v.string() })

/** The body of `POST /v2/farcaster/ignore_bid`. */
export const ignoreFarcasterBidRequest = v.object({
  index: v.pipe(v.number(), v.integer()),
  fids: v.optional(v.array(v.pipe(v.number(), v.integer()))),
  ignore: v.optional(v.boolean()),
})

/** The body of `POST /v2/lens/ignore_bid`. */
export const ignoreLensBidRequest = v.object({
  index: v.pipe(v.number(), v.integer()),
  platformType: v.picklist(['momoka', 'polygon']),
  profileIds: v.optional(v.array(v.union([v.string(), v.pipe(v.number(), v.integer())]))),
  ignore: v.optional(v.boolean()),
})

/** The claims of a token. Unknown members are removed. */
export const takoClaims = v.object({
  address: v.string(),
  type: v.picklist(['token', 'refresh_token']),
  exp: v.number(),
})

/** The response of `/v2/token` and `/v2/refresh_token`. */
export interface TakoTokenAnswer {
  status: 'success'
  data: { token_type: 'Bearer'; token: string; refresh_token: string; expires_in: number }
}

/** The documented response with a pair. */
export function toTokenAnswer(pair: TokenPair, now: number): TakoTokenAnswer {
  const expiresInMs = Math.max(0, pair.accessExpiresAt - now)
  return {
    status: 'success',
    data: {
      token_type: 'Bearer',
      token: pair.accessToken,
      refresh_token: pair.refreshToken,
      expires_in: Math.ceil(expiresInMs / 1_000),
    },
  }
}
