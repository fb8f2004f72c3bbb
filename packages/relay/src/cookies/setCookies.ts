import { chunkCookie } from './chunkCookie.ts'
import { chunkNames } from './chunkNames.ts'
import { clearCookie } from './clearCookies.ts'
import type { SessionCookie } from './sessionCookie.ts'

/** Browsers cap a cookie's lifetime at this (RFC 6265bis, 5.5). */
const maxAgeSeconds = 400 * 86_400

/** The `set-cookie` values that keep a sealed session. Leftover chunks of an earlier, longer one are deleted. */
export function setCookies(cookie: SessionCookie, sealed: string, leftMs: number): string[] {
  const { name, attributes, header } = cookie
  const chunks = chunkCookie(name, sealed)
  const maxAge = Math.min(Math.max(1, Math.floor(leftMs / 1000)), maxAgeSeconds)
  const kept = new Set(chunks.map(([key]) => key))
  return [
    ...chunks.map(([key, value]) => `${key}=${value}; Max-Age=${maxAge}; ${attributes}`),
    ...chunkNames(header, name)
      .filter((key) => !kept.has(key))
      .map((key) => clearCookie(cookie, key)),
  ]
}
