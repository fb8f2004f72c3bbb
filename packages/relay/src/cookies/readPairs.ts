/** Longer headers are not looked into: no server lets them through. */
const maxHeaderLength = 65_536

/**
 * The session's cookies in a `cookie` header, chunks included, in their order.
 *
 * Names are compared as browsers send them (RFC 6265, 5.4): blanks in front are skipped, SP and HTAB alone. A name with any
 * other character before, after or in it is another cookie, which a browser does not protect as it does `__Host-`:
 * JavaScript's `trim()` would take U+00A0 and its like off, and any sibling subdomain could set the session.
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
