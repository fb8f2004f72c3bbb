import { isIpLiteral } from './isIpLiteral.ts'

/** Where a text leaves a rule of RFC 3986: the index of the first character that does not fit, or -1. Each reads once through. */

/** `*( pchar )` */
export function pcharFault(text: string): number {
  return fault(text, /[^A-Za-z0-9\-._~!$&'()*+,;=:@%]/)
}

/** `scheme` */
export function schemeFault(text: string): number {
  return /^[A-Za-z]/.test(text) ? text.search(/[^A-Za-z0-9+\-.]/) : 0
}

/** `URI`: not a relative reference. */
export function uriFault(text: string): number {
  const colon = text.indexOf(':')
  const scheme = colon < 0 ? text : text.slice(0, colon)
  const inScheme = schemeFault(scheme)
  if (inScheme >= 0) return inScheme
  if (colon < 0) return text.length
  const hash = endAt(text, '#', colon)
  const query = Math.min(endAt(text, '?', colon), hash)
  const rest = text.slice(query + 1)
  const inRest = fault(rest, /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/?#]/)
  // `#` begins the fragment, and stands in none.
  const second = text.indexOf('#', hash + 1)
  const inTail = inRest < 0 ? second : query + 1 + inRest
  const hier = text.slice(colon + 1, query)
  const inHier = hierFault(hier)
  return inHier < 0 ? inTail : colon + 1 + inHier
}

function hierFault(hier: string): number {
  const start = hier.startsWith('//') ? endAt(hier, '/', 2) : 0
  const inAuthority = start ? authorityFault(hier.slice(2, start)) : -1
  if (inAuthority >= 0) return 2 + inAuthority
  const inPath = fault(hier.slice(start), /[^A-Za-z0-9\-._~!$&'()*+,;=:@%/]/)
  return inPath < 0 ? -1 : start + inPath
}

/** `authority = [ userinfo "@" ] host [ ":" port ]`, whose host may be empty. */
export function authorityFault(text: string): number {
  const at = text.indexOf('@')
  const inUser = at < 0 ? -1 : fault(text.slice(0, at), /[^A-Za-z0-9\-._~!$&'()*+,;=%:]/)
  if (inUser >= 0) return inUser
  const host = text.slice(at + 1)
  const bracket = host.startsWith('[') ? host.indexOf(']') : -1
  const colon = host.indexOf(':', bracket + 1)
  const name = colon < 0 ? host : host.slice(0, colon)
  const inName = host.startsWith('[')
    ? bracket > 0 && bracket === name.length - 1 && isIpLiteral(name.slice(1, -1))
      ? -1
      : 0
    : fault(name, /[^A-Za-z0-9\-._~!$&'()*+,;=%]/)
  if (inName >= 0) return at + 1 + inName
  const inPort = colon < 0 ? -1 : host.slice(colon + 1).search(/[^0-9]/)
  return inPort < 0 ? -1 : at + 1 + colon + 1 + inPort
}

/** The first character that is outside of the class, or a `%` without two hexadecimal digits. */
function fault(text: string, outside: RegExp): number {
  const other = text.search(outside)
  const percent = text.search(/%(?![0-9A-Fa-f]{2})/)
  return other < 0 || percent < 0 ? Math.max(other, percent) : Math.min(other, percent)
}

function endAt(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at
}
