import type { Address } from 'viem'

/** The same address without its checksum. */
export function lowerCase(address: Address): Address {
  return address.toLowerCase() as Address
}
