import { maxChunks } from './chunkCookie.ts'
import { readPairs } from './readPairs.ts'

/**
 * Puts a cookie together that may be in chunks: the first says how many there are, so that leftovers of a longer one are
 * never read.
 *
 * A browser holds one `__Host-` cookie of a name. Where a name comes twice, one of them was planted, and nothing says which:
 * neither is read. The caller answers as if there were none and leaves both where they are. Clearing would take away the
 * genuine one, the only one that this server can reach, and leave the other.
 */
export function readCookie(header: string | null, name: string): string | undefined {
  const values = new Map<string, string>()
  for (const [key, value] of readPairs(header, name)) {
    if (values.has(key)) return undefined
    values.set(key, value)
  }
  const first = /^([1-9])\.(.*)$/.exec(values.get(name) ?? '')
  const count = Number(first?.[1])
  if (!first || count > maxChunks) return undefined
  let value = first[2] ?? ''
  for (let index = 1; index < count; index++) {
    const chunk = values.get(`${name}.${index}`)
    if (chunk === undefined) return undefined
    value += chunk
  }
  return value
}
