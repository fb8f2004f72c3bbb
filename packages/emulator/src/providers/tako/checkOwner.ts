import { type Address, type Hex, isHex, recoverMessageAddress } from 'viem'
import { TakoError } from './TakoError.ts'
import type { VerifySignature } from './VerifySignature.ts'

/**
 * Verifies a signature against the address in its message.
 *
 * @throws {TakoError} 1101 if it is not hexadecimal, 3001 if it is not the owner's.
 */
export async function checkOwner(
  { address, message, signature }: { address: Address; message: string; signature: string },
  verifySignature?: VerifySignature,
): Promise<void> {
  if (!isHex(signature, { strict: true }) || signature.length % 2 === 1)
    throw new TakoError(1101, 'signature is not hexadecimal')
  if ((await recover(message, signature)) === address) return
  if (await verifySignature?.({ address, message, signature })) return
  throw new TakoError(3001)
}

async function recover(message: string, signature: Hex): Promise<Address | null> {
  const isElliptic = signature.length === 2 + 65 * 2
  if (!isElliptic) return null
  try {
    return await recoverMessageAddress({ message, signature })
  } catch {
    return null
  }
}
