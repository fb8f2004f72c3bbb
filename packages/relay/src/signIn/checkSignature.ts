import type { SignedMessage } from '@takokit/core'
import { RelayRefusal } from '../types/RelayRefusal.ts'
import { isOwnSignature, plainSignature } from './isOwnSignature.ts'

/**
 * Verifies a plain signature, and says whether it is proven: only the provider can verify longer ones.
 *
 * @throws {RelayRefusal} if it is not the address's own.
 */
export async function checkSignature(signed: SignedMessage): Promise<{ isProven: boolean }> {
  if (!plainSignature.test(signed.signature)) return { isProven: false }
  if (await isOwnSignature(signed)) return { isProven: true }
  throw new RelayRefusal(
    403,
    'provider/signature-refused',
    'The signature is not the address’s own. Sign in again with the account that is shown.',
  )
}
