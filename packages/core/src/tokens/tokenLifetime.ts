import { decodeJwtClaims } from './decodeJwtClaims.ts'

const second = 1000
/** Shorter ones would be refreshed without end, longer ones hardly be meant. */
export const lifetimeBounds = { minMs: 10 * second, maxMs: 30 * 24 * 3600 * second }

export function clampLifetime(lifetimeMs: number): number {
  return Math.min(Math.max(lifetimeMs, lifetimeBounds.minMs), lifetimeBounds.maxMs)
}

/** The wire's seconds, a number or its digits, as milliseconds; `undefined` where they are neither. */
export function parseSeconds(value: unknown): number | undefined {
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * second : undefined
}

/** What a JWT says of its own lifetime: `exp` less `nbf` or `iat`. Neither is compared with a local clock. */
export function jwtLifetime(token: string): number | undefined {
  const claims = decodeJwtClaims(token)
  const endMs = parseSeconds(claims?.exp)
  const startMs = parseSeconds(claims?.nbf) ?? parseSeconds(claims?.iat)
  return endMs !== undefined && startMs !== undefined && endMs > startMs
    ? endMs - startMs
    : undefined
}

/** Whom a JWT is for: Tako's `address`, else `sub`. */
export function jwtSubject(token: string): string | undefined {
  const claims = decodeJwtClaims(token)
  const subject = claims?.address ?? claims?.sub
  return typeof subject === 'string' && subject !== '' ? subject : undefined
}

/** When a JWT ends, epoch milliseconds on its issuer's clock. */
export function jwtExpiresAt(token: string): number | undefined {
  return parseSeconds(decodeJwtClaims(token)?.exp)
}
