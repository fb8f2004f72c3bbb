import { chunkNames } from './chunkNames.ts'
import type { SessionCookie } from './sessionCookie.ts'

/** The `set-cookie` values that take a session's cookie away, with all its chunks. */
export function clearCookies(cookie: SessionCookie): string[] {
  const { name, header } = cookie
  return [name, ...chunkNames(header, name)].map((key) => clearCookie(cookie, key))
}

/** The `set-cookie` value that takes one cookie away. */
export function clearCookie({ attributes }: SessionCookie, name: string): string {
  return `${name}=; Max-Age=0; ${attributes}`
}
