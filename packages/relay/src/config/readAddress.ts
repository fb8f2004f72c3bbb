/** The bytes of an IP address: 4 or 16; an IPv4 address mapped into IPv6 gives 4. `undefined` if the text is no address. */
export function readAddress(text: string): number[] | undefined {
  const [address = ''] = text.split('%')
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const bytes = address.split('.').map(Number)
    return bytes.every((byte) => byte <= 255) ? bytes : undefined
  }
  const bytes = address.includes(':') ? readAddress6(address) : undefined
  const isMapped =
    bytes?.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff
  return isMapped ? bytes?.slice(12) : bytes
}

function readAddress6(address: string): number[] | undefined {
  const last4 = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(address)
  const tail = last4?.[2] === undefined ? [] : readAddress(last4[2])
  if (!tail) return undefined
  const groups = (last4?.[1] ?? address).replace(/([^:]):$/, last4 ? '$1' : '$&')
  const halves = groups.split('::')
  if (halves.length > 2) return undefined
  const [head, rest] = [halves[0] ?? '', halves[1] ?? ''].map(readGroups)
  if (!head || !rest) return undefined
  const missing = 16 - tail.length - head.length - rest.length
  if (halves.length === 2 ? missing < 0 : missing !== 0) return undefined
  return [...head, ...Array<number>(missing).fill(0), ...rest, ...tail]
}

function readGroups(text: string): number[] | undefined {
  if (text === '') return []
  const bytes: number[] = []
  for (const group of text.split(':')) {
    if (!/^[\da-f]{1,4}$/i.test(group)) return undefined
    const value = Number.parseInt(group, 16)
    bytes.push(value >> 8, value & 0xff)
  }
  return bytes
}
