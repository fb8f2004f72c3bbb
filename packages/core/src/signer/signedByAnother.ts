import { type Address, isAddressEqual, recoverMessageAddress } from 'viem'
import type { Signer } from '../types/Signer.ts'
import type { SignedMessage } from '../types/TokenProvider.ts'

/** 65 bytes: what an externally owned account signs. Contracts' signatures are longer, most of them. */
export function isPlainSignature({ signature }: Pick<SignedMessage, 'signature'>): boolean {
  return signature.length === 132
}

/**
 * The other account that signed, where that is certain: a 65-byte signature that recovers to another address, from one
 * that is known to have no code. (A Safe's 65 bytes recover to its owner.)
 */
export async function signedByAnother(
  signed: SignedMessage,
  signer: Signer,
): Promise<Address | undefined> {
  if (!isPlainSignature(signed)) return undefined
  const by = await recoverMessageAddress(signed).catch(() => undefined)
  if (!by || isAddressEqual(by, signed.address)) return undefined
  const hasCode = await signer.hasCode?.().catch(() => undefined)
  return hasCode === false ? by : undefined
}
