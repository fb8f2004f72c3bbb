import { readAddress } from '../config/readAddress.ts'

/** Some proxies write the port behind the address: each connection would be counted by itself. */
const withPort = /^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/

/**
 * Under what an address is counted: one IPv4 address; or one IPv6 network of 64 bits, since a single host has all of it, and
 * the one of 48 bits around it, which many providers give to whoever asks.
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
