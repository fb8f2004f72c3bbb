import { readAddress } from './readAddress.ts'

const names =
  /^(localhost|metadata|metadata\.goog|instance-data)$|\.(localhost|localdomain|local|internal|intranet|private|lan|home|corp|svc|home\.arpa)$/

/** [first bytes, number of bits that count]: RFC 6890, RFC 6598, RFC 4193 and multicast. */
const networks4: readonly [number[], number][] = [
  [[0], 8],
  [[10], 8],
  [[100, 64], 10],
  [[127], 8],
  [[169, 254], 16],
  [[172, 16], 12],
  [[192, 0, 0], 24],
  [[192, 168], 16],
  [[198, 18], 15],
  [[224], 3],
]
const networks6: readonly [number[], number][] = [
  [[0xfc], 7],
  [[0xfe, 0x80], 10],
  [[0xfe, 0xc0], 10],
  [[0xff], 8],
]

/**
 * Whether a URL's host is a private, link-local, loopback or metadata address, or a name of such. The URL parser has already
 * normalized every spelling of an address (decimal, octal, hexadecimal, short).
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  const bytes = readAddress(host.replace(/^\[|\]$/g, ''))
  if (!bytes) return names.test(host) || !host.includes('.')
  if (bytes.length === 4) return networks4.some((network) => isWithin(bytes, network))
  // Unspecified and loopback, and translated, NAT64, 6to4 and compatible forms that carry an IPv4 address.
  if (bytes.slice(0, 8).every((byte) => byte === 0)) return true
  if (isWithin(bytes, [[0x00, 0x64, 0xff, 0x9b], 32])) return true
  if (isWithin(bytes, [[0x20, 0x02], 16])) return true
  return networks6.some((network) => isWithin(bytes, network))
}

function isWithin(bytes: readonly number[], [prefix, bits]: [number[], number]): boolean {
  for (let bit = 0; bit < bits; bit += 8) {
    const mask = bits - bit >= 8 ? 0xff : (0xff << (8 - (bits - bit))) & 0xff
    const index = bit / 8
    if (((bytes[index] ?? 0) & mask) !== ((prefix[index] ?? 0) & mask)) return false
  }
  return true
}
