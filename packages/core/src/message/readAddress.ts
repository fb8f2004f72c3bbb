import { type Address, getAddress } from 'viem'

/** Reads an address as a message writes it; the error says what is wrong with it. */
export function readAddress(text: string): { address: Address } | { problem: string } {
  const digits = text.slice(2)
  if (!/^0x[\da-f]{40}$/i.test(text))
    return { problem: 'This is not an Ethereum address: `0x` and 40 hexadecimal digits.' }
  const address = getAddress(text.toLowerCase())
  const isMixed = digits !== digits.toLowerCase() && digits !== digits.toUpperCase()
  if (isMixed && digits !== address.slice(2))
    return {
      problem: 'The checksum of this address is wrong (ERC-55). One of its digits may be mistyped.',
    }
  return { address }
}
