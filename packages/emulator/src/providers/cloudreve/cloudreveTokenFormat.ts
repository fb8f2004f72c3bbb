import * as v from 'valibot'
import type { TokenFormat } from '../../tokenStore/TokenFormat.ts'
import { readToken } from '../../tokens/readToken.ts'
import { signToken } from '../../tokens/signToken.ts'
import { cloudreveClaims } from './wire.ts'

/** HS256 JWTs with the documented claims in the documented order; only refresh tokens have a state hash. */
export function cloudreveTokenFormat({
  secret,
  stateHash,
}: {
  secret: string
  /** Changes with a user's password or e-mail. */
  stateHash: (subject: string) => string
}): TokenFormat {
  return {
    precisionMs: 1_000,
    mint: ({ kind, subject, expiresAt, issuedAt, salt }) =>
      signToken(
        {
          token_type: kind,
          sub: subject,
          exp: expiresAt / 1_000,
          nbf: Math.floor(issuedAt / 1_000),
          ...(kind === 'refresh' && { state_hash: stateHash(subject) }),
        },
        { secret, salt },
      ),
    async read(token) {
      const claims = v.safeParse(cloudreveClaims, await readToken(token, secret))
      if (!claims.success) return null
      const { token_type: kind, sub: subject, exp, state_hash } = claims.output
      if (kind === 'refresh' && state_hash !== stateHash(subject)) return null
      return { kind, subject, expiresAt: exp * 1_000 }
    },
  }
}
