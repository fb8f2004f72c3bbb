import { readAddress } from '../config/readAddress.ts'

/** Some proxies append the port to the address: each connection would have a count of its own. */
const withPort = /^\[([^\]]*)\](?::\d+)?$|^([\da-f:]*\d+(?:\.\d+){3}):\d+$/i

/** The prefixes of 96 bits that a translator puts before its clients' IPv4 addresses (RFC 6052, RFC 7915). */
const translated = ['0064ff9b0000000000000000', '0000000000000000ffff0000']

/**
 * The keys that an address is counted under: one IPv4 address; or one IPv6 network of 64 bits, because a single host has all of
 * it, and the one of 48 bits around it, which many providers assign on request.
 */
export function addressKeys(given: string): string[] {
  // Of a whole `x-forwarded-for`, only the last address is the proxy's own word.
  const text = given.slice(given.lastIndexOf(',') + 1).trim()
  const [, address6, address4] = withPort.exec(text) ?? []
  const address = address6 ?? address4 ?? text
  const bytes = readAddress(address)
  if (!bytes) return [address.slice(0, 64)]
  if (bytes.length === 4) return [bytes.join('.')]
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  // One network of these has every IPv4 address.
  if (translated.includes(hex.slice(0, 24))) return [bytes.slice(-4).join('.')]
  return [`${hex.slice(0, 16)}/64`, `${hex.slice(0, 12)}/48`]
}
