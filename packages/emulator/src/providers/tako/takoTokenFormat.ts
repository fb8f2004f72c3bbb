import * as v from 'valibot'
import type { TokenFormat } from '../../tokenStore/TokenFormat.ts'
import { readToken } from '../../tokens/readToken.ts'
import { signToken } from '../../tokens/signToken.ts'
import { takoClaims } from './wire.ts'

/** HS256 JWTs with exactly `address`, `type` and `exp`, in the documented order. */
export function takoTokenFormat(secret: string): TokenFormat {
  return {
    precisionMs: 1_000,
    mint: ({ kind, subject, expiresAt, salt }) =>
      signToken(
        {
          address: subject,
          type: kind === 'access' ? 'token' : 'refresh_token',
          exp: expiresAt / 1_000,
        },
        { secret, salt },
      ),
    async read(token) {
      const claims = v.safeParse(takoClaims, await readToken(token, secret))
      if (!claims.success) return null
      const { address, type, exp } = claims.output
      return {
        kind: type === 'token' ? 'access' : 'refresh',
        subject: address,
        expiresAt: exp * 1_000,
      }
    },
  }
}
