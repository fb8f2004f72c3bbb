import { type Hex, sha256, stringToBytes } from 'viem'

/** SHA-256 of the parts; synchronous, so that it needs no secure context and no await. */
export function createDigest(...parts: readonly (string | number)[]): Hex {
  return sha256(stringToBytes(parts.join('\n')))
}
