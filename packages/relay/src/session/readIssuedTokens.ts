import {
  type IssuedTokens,
  succeeded,
  TakoKitError,
  type TokenProvider,
  type TokenSet,
} from '@takokit/core'
import { decodeJwt } from 'jose'
import type { RelayEngine } from '../RelayEngine.ts'

const defaultLifetimeMs = 3_600_000

/** How long a handed-over pair is good: by what is said, else by the token itself, else as long as this provider's usually are. */
export function readIssuedTokens(
  { now }: Pick<RelayEngine, 'now'>,
  provider: TokenProvider,
  issued: IssuedTokens,
): { tokens: TokenSet; requestedAt: number } {
  const { accessToken, refreshToken, expiresInMs, ...unknown } = issued
  // Misspelt, a lifetime would silently become the usual one.
  const [name] = Object.keys(unknown)
  if (name !== undefined)
    throw new TakoKitError(
      'config/invalid',
      `\`tokens\` has \`accessToken\`, \`refreshToken\` and \`expiresInMs\` (milliseconds), and got \`${name.slice(0, 60)}\`.`,
    )
  if (!accessToken || !refreshToken)
    throw new TakoKitError(
      'config/invalid',
      'Both `accessToken` and `refreshToken` are needed to keep a session fresh.',
    )
  const nowAt = now()
  const { exp, start } = readClaims(accessToken)
  const byToken = exp === undefined ? undefined : exp * 1000 - nowAt
  // Nothing that is said makes a token live longer than it does.
  const leftMs = Math.min(
    expiresInMs ?? Number.POSITIVE_INFINITY,
    byToken ?? Number.POSITIVE_INFINITY,
  )
  const hasLife = exp !== undefined && start !== undefined && exp > start
  const usual = hasLife ? (exp - start) * 1000 : (provider.defaultLifetimeMs ?? defaultLifetimeMs)
  const isLeft = Number.isFinite(leftMs) && leftMs > 0
  const lifetimeMs = isLeft ? (hasLife ? Math.min(leftMs, usual) : leftMs) : usual
  const { tokens } = succeeded({ accessToken, refreshToken, lifetimeMs })
  // Expired by its own word: renewed when it is first asked for.
  const isSpent = leftMs !== Number.POSITIVE_INFINITY && !isLeft
  return { tokens, requestedAt: isSpent ? nowAt - tokens.lifetimeMs : nowAt }
}

function readClaims(token: string): { exp: number | undefined; start: number | undefined } {
  try {
    const { exp, nbf, iat } = decodeJwt(token)
    return { exp, start: nbf ?? iat }
  } catch {
    return { exp: undefined, start: undefined }
  }
}
