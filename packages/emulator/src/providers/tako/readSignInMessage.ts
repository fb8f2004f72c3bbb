import { type Address, getAddress } from 'viem'
import { readInstant } from './readInstant.ts'
import { TakoError } from './TakoError.ts'

/** The content of a signed message. */
export interface SignInMessage {
  address: Address
  /** Epoch milliseconds. */
  issuedAt: number
}

/**
 * Reads the account and the instant from a signed text, wherever its block is.
 *
 * Written from Tako's documents alone, independently of the kit's parser, so that neither inherits the other's mistakes.
 *
 * @throws {TakoError} 1101 if the block is missing or ambiguous, 3000 for an address, 3003 for an instant.
 */
export function readSignInMessage(message: string): SignInMessage {
  const lines = message.split(/\r\n|\n/)
  const accountAt = findLabel(lines, 'account:')
  const timeAt = findLabel(lines, 'issued at:')
  if (timeAt < accountAt + 2) throw new TakoError(1101, 'ISSUED AT must follow ACCOUNT')
  return {
    address: readAddress(lines[accountAt + 1] ?? ''),
    issuedAt: readTime(lines[timeAt + 1] ?? ''),
  }
}

function findLabel(lines: readonly string[], label: string): number {
  const found = lines.flatMap((line, index) => (line.toLowerCase() === label ? [index] : []))
  const [only] = found
  if (only === undefined) throw new TakoError(1101, `no line ${label.toUpperCase()}`)
  if (found.length > 1) throw new TakoError(1101, `several lines ${label.toUpperCase()}`)
  return only
}

function readAddress(line: string): Address {
  if (!/^0x[0-9a-f]{40}$/i.test(line)) throw new TakoError(3000)
  const address = getAddress(line.toLowerCase())
  const digits = line.slice(2)
  // Only mixed case carries a checksum (EIP-55).
  const isMixed = digits !== digits.toLowerCase() && digits !== digits.toUpperCase()
  if (isMixed && address !== line) throw new TakoError(3000, 'wrong EIP-55 checksum')
  return address
}

function readTime(line: string): number {
  const issuedAt = readInstant(line)
  if (issuedAt === null) throw new TakoError(3003)
  return issuedAt
}
