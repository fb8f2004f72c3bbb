/** What RFC 3986 allows between the brackets of a host: an IPv6 address, or a later version (`v1.x`). */
export function isIpLiteral(text: string): boolean {
  if (/^v/i.test(text)) return isIpFuture(text)
  const halves = text.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  // The last 32 bits may be written as an IPv4 address.
  const last = groups.at(-1)
  const hasIpv4 = last !== undefined && halves.at(-1) !== '' && isIpv4(last)
  const hex = hasIpv4 ? groups.slice(0, -1) : groups
  const count = hex.length + (hasIpv4 ? 2 : 0)
  // `::` stands for at least one group.
  const isComplete = halves.length === 2 ? count < 8 : halves.length === 1 && count === 8
  return isComplete && hex.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))
}

function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return (
    parts.length === 4 &&
    parts.every((part) => /^(?:0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256)
  )
}

/** `"v" 1*HEXDIG "." 1*( unreserved / sub-delims / ":" )` */
function isIpFuture(text: string): boolean {
  const dot = text.indexOf('.')
  const version = text.slice(1, Math.max(dot, 1))
  const address = text.slice(dot + 1)
  return (
    version !== '' &&
    address !== '' &&
    version.search(/[^0-9A-Fa-f]/) < 0 &&
    address.search(/[^A-Za-z0-9\-._~!$&'()*+,;=:]/) < 0
  )
}
