import { readAddress } from '../config/readAddress.ts'

/** Some proxies append the port to the address: each connection would have a count of its own. */
const withPort = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/

/**
 * The keys that an address is counted under: one IPv4 address; or one IPv6 network of 64 bits, because a single host has all of
 * it, and the one of 48 bits around it, which many providers assign on request.
 */
export function addressKeys(given: string): string[] {
  const [, address6, address4] = withPort.exec(given) ?? []
  const address = address6 ?? address4 ?? given
  const bytes = readAddress(address)
  if (!bytes) return [address.slice(0, 64)]
  if (bytes.length === 4) return [bytes.join('.')]
  const network = (length: number) =>
    `${bytes
      .slice(0, length)
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')}/${length * 8}`
  return [network(8), network(6)]
}
