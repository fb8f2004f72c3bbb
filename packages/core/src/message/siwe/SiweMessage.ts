import type { Address } from 'viem'

/** The fields of an EIP-4361 message. An optional field that the text does not have is `undefined`. */
export interface SiweMessage {
  /** The part before `://` in the first line. */
  scheme: string | undefined
  /** An RFC 3986 authority, as written: `example.com`, `example.com:8443`. */
  domain: string
  /** Written with its EIP-55 checksum, however the text writes it. */
  address: Address
  /** `''` if the text has an empty one. */
  statement: string | undefined
  uri: string
  version: '1'
  /** A `bigint`, because a number rounds above 2^53. Leading zeros do not count. */
  chainId: bigint
  nonce: string
  issuedAt: Date
  /** From this instant on the message is not valid. Parts of a millisecond are cut off. */
  expirationTime: Date | undefined
  /** From this instant on the message is valid. Parts of a millisecond are rounded up. */
  notBefore: Date | undefined
  /** `''` if the text has an empty one. */
  requestId: string | undefined
  /** `[]` if the text has the label without an entry. */
  resources: readonly string[] | undefined
}
