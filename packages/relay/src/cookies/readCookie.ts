import { maxChunks } from './chunkCookie.ts'
import { readPairs } from './readPairs.ts'

/**
 * The session's cookie, with its chunks joined.
 *
 * A browser holds one `__Host-` cookie of a name. If a name occurs twice, one of them was planted and nothing says which, so
 * neither is read. The caller responds as if there were none and deletes neither: deleting would remove the genuine one, the
 * only one that this server can reach, and leave the other.
 */
export function readCookie(header: string | null, name: string): string | undefined {
  const pairs = readPairs(header, name)
  const isTwice = new Set(pairs.map(([key]) => key)).size < pairs.length
  return isTwice ? undefined : joinChunks(pairs, name)[0]
}

/** All values under the session's name. A sign-out ends all of them. */
export function readEveryCookie(header: string | null, name: string): string[] {
  return joinChunks(readPairs(header, name), name)
}

/** The first chunk holds their number, so that leftovers of a longer cookie are never read. */
function joinChunks(pairs: readonly [key: string, value: string][], name: string): string[] {
  const chunks = new Map(pairs)
  return pairs.flatMap(([key, value]) => {
    const first = key === name ? /^([1-9])\.(.*)$/.exec(value) : null
    const count = Number(first?.[1])
    if (!first || count > maxChunks) return []
    const rest = Array.from({ length: count - 1 }, (_, index) => chunks.get(`${name}.${index + 1}`))
    return rest.includes(undefined) ? [] : [first[2] + rest.join('')]
  })
}
