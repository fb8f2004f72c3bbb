import { chunkNames } from './chunkNames.ts'
import { cookieName } from './cookieName.ts'

/** Who can read and send the session's cookies, and from where: this origin's own requests, never a script. */
export const cookieAttributes = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** The `set-cookie` values that take a session's cookie away, with all its chunks. */
export function clearCookies(provider: string, before: string | null): string[] {
  const name = cookieName(provider)
  return [name, ...chunkNames(before, name)].map(clearCookie)
}

/** The `set-cookie` value that takes one cookie away. */
export function clearCookie(name: string): string {
  return `${name}=; Max-Age=0; ${cookieAttributes}`
}
