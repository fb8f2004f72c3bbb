import { chunkNames } from './chunkNames.ts'
import type { SessionCookie } from './sessionCookie.ts'

/** The `set-cookie` values that delete a session's cookie and all its chunks. */
export function clearCookies(cookie: SessionCookie): string[] {
  const { name, header } = cookie
  return [name, ...chunkNames(header, name)].map((key) => clearCookie(cookie, key))
}

/** The `set-cookie` value that deletes one cookie. */
export function clearCookie({ attributes }: SessionCookie, name: string): string {
  return `${name}=; Max-Age=0; ${attributes}`
}
