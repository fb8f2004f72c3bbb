import { parseInstant } from '../utils/parseInstant.ts'
import { decodeJwtClaims } from './decodeJwtClaims.ts'

const second = 1000
/** A shorter lifetime would be refreshed without end; a longer one is most likely a mistake. */
export const lifetimeBounds = { minMs: 10 * second, maxMs: 30 * 24 * 3600 * second }

/** The default if no lifetime is stated. */
const usualLifetimeMs = 3600 * second

/** Returns a usable lifetime for any value from a provider. */
export function clampLifetime(lifetimeMs: number): number {
  if (typeof lifetimeMs !== 'number' || Number.isNaN(lifetimeMs)) return usualLifetimeMs
  return Math.min(Math.max(lifetimeMs, lifetimeBounds.minMs), lifetimeBounds.maxMs)
}

/** Converts the wire's seconds, a number or its decimal digits, to milliseconds; `undefined` for any other value. */
export function parseSeconds(value: unknown): number | undefined {
  const seconds =
    typeof value === 'string' && /^ *-?\d+(\.\d+)? *$/.test(value) ? Number(value) : value
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * second : undefined
}

/**
 * The wire's seconds as a lifetime, milliseconds; `undefined` where they are none. What cannot be one says nothing, so that the usual lifetime counts: 0 and less would
 * be renewed without end, and seconds that were meant as milliseconds would never be.
 *
 * @example
 * ```ts
 * import { parseLifetime, succeeded } from '@takokit/core'
 *
 * const answer = { token: '…', expires_in: '900' }
 * succeeded({ accessToken: answer.token, lifetimeMs: parseLifetime(answer.expires_in) ?? 3_600_000 })
 * ```
 */
export function parseLifetime(value: unknown): number | undefined {
  const lifetimeMs = parseSeconds(value)
  return lifetimeMs !== undefined && lifetimeMs > 0 && lifetimeMs <= lifetimeBounds.maxMs
    ? lifetimeMs
    : undefined
}

/** The time left until an instant of the server's clock, used only if it is a plausible lifetime. */
export function untilInstant(value: unknown, nowAt: number, usualMs: number): number | undefined {
  const lifetimeMs = (typeof value === 'string' ? (parseInstant(value) ?? 0) : 0) - nowAt
  return lifetimeMs >= lifetimeBounds.minMs && lifetimeMs <= usualMs + 300 * second
    ? lifetimeMs
    : undefined
}

/** A claim's seconds in milliseconds. What is absurdly late in seconds is in milliseconds, or in a smaller unit. */
function parseClaim(value: unknown): number | undefined {
  let instant = parseSeconds(value)
  while (instant !== undefined && instant >= 1e14) instant /= second
  return instant
}

/**
 * The lifetime that a JWT states: `exp` less the later of `nbf` and `iat`, because some issuers write an `nbf` of 0. Neither is
 * compared with a local clock. What cannot be a lifetime says nothing.
 */
export function jwtLifetime(token: string): number | undefined {
  const claims = decodeJwtClaims(token)
  const starts = [claims?.nbf, claims?.iat].flatMap((claim) => parseClaim(claim) ?? [])
  const lifetimeMs = (parseClaim(claims?.exp) ?? Number.NaN) - Math.max(...starts)
  return lifetimeMs > 0 && lifetimeMs <= lifetimeBounds.maxMs ? lifetimeMs : undefined
}

/** The subject of a JWT: Tako's `address`, else `sub`. */
export function jwtSubject(token: string): string | undefined {
  const claims = decodeJwtClaims(token)
  const subject = claims?.address ?? claims?.sub
  return typeof subject === 'string' && subject !== '' ? subject : undefined
}

/** When a JWT expires, epoch milliseconds on its issuer's clock. */
export function jwtExpiresAt(token: string): number | undefined {
  return parseClaim(decodeJwtClaims(token)?.exp)
}
