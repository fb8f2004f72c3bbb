import type { SignedMessage } from '@takokit/core'
import { type Hex, isAddressEqual, recoverMessageAddress } from 'viem'
import { RelayRefusal } from '../types/RelayRefusal.ts'

/** r, s and v, as accounts with their own key sign. A `v` of 31 and more is a Safe's sign that a contract verifies it. */
const plain = /^0x[\da-f]{128}(00|01|1b|1c)$/i

/**
 * Verifies a plain signature, and says whether it is proven: only the provider can verify longer ones.
 *
 * @throws {RelayRefusal} if it is not the address's own.
 */
export async function checkSignature({
  address,
  message,
  signature,
}: SignedMessage): Promise<{ isProven: boolean }> {
  if (!plain.test(signature)) return { isProven: false }
  const signer = await recover(message, signature)
  if (signer && isAddressEqual(signer, address)) return { isProven: true }
  throw new RelayRefusal(
    403,
    'provider/signature-refused',
    'The signature is not the address’s own. Sign in again with the account that is shown.',
  )
}

async function recover(message: string, signature: Hex) {
  try {
    return await recoverMessageAddress({ message, signature })
  } catch {
    return undefined
  }
}
