import { maxChunks } from './chunkCookie.ts'

/** Longer headers are not looked into: no server lets them through. */
const maxHeaderLength = 65_536

/**
 * Puts a cookie together that may be in chunks: the first says how many there are, so that leftovers of a longer one are
 * never read.
 */
export function readCookie(header: string | null, name: string): string | undefined {
  if (!header || header.length > maxHeaderLength || !header.includes(name)) return undefined
  const cookies = new Map<string, string>()
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    const key = pair.slice(0, at).trim()
    if (at > 0 && key.startsWith(name) && !cookies.has(key))
      cookies.set(key, pair.slice(at + 1).trim())
  }
  const first = /^([1-9])\.(.*)$/.exec(cookies.get(name) ?? '')
  const count = Number(first?.[1])
  if (!first || count > maxChunks) return undefined
  let value = first[2] ?? ''
  for (let index = 1; index < count; index++) {
    const chunk = cookies.get(`${name}.${index}`)
    if (chunk === undefined) return undefined
    value += chunk
  }
  return value
}
