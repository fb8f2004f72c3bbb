import type { SignedMessage } from '@takokit/core'
import { type Hex, isAddressEqual, recoverMessageAddress } from 'viem'

/** r, s and v, as accounts with their own key sign. A `v` of 31 and more is a Safe's sign that a contract verifies it. */
export const plainSignature = /^0x[\da-f]{128}(00|01|1b|1c)$/i

/** Whether it is a plain signature of the address's own key. */
export async function isOwnSignature({
  address,
  message,
  signature,
}: SignedMessage): Promise<boolean> {
  const signer = plainSignature.test(signature) && (await recover(message, signature))
  return signer ? isAddressEqual(signer, address) : false
}

async function recover(message: string, signature: Hex) {
  try {
    return await recoverMessageAddress({ message, signature })
  } catch {
    return undefined
  }
}
