/** Longer headers are not parsed: no server lets them through. */
const maxHeaderLength = 65_536

/**
 * The session's cookies in a `cookie` header, chunks included, in order.
 *
 * Names are compared as browsers send them (RFC 6265, 5.4): only leading SP and HTAB are skipped. A name with any other
 * character before, after or in it is another cookie, which browsers do not protect as `__Host-`: JavaScript's `trim()` would
 * also remove U+00A0 and the like, and any sibling subdomain could set the session.
 */
export function readPairs(header: string | null, name: string): [key: string, value: string][] {
  if (!header?.includes(name) || header.length > maxHeaderLength) return []
  const pairs: [string, string][] = []
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at <= 0) continue
    const key = pair.slice(0, at).replace(/^[ \t]+/, '')
    const isOurs =
      key === name || (key.startsWith(`${name}.`) && /^[1-9]$/.test(key.slice(name.length + 1)))
    if (isOurs) pairs.push([key, pair.slice(at + 1)])
  }
  return pairs
}
