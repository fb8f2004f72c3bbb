import { isAddressEqual, recoverMessageAddress } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'
import type { Platform } from '../types/Platform.ts'
import type { Signer } from '../types/Signer.ts'
import type { SignedMessage } from '../types/TokenProvider.ts'
import { cannotSign, readSignature } from './readSignature.ts'
import { toPlainSignature } from './toPlainSignature.ts'

/** A node that is silent for longer counts as one that does not know. */
const codePatienceMs = 3_000

/** What undeployed accounts end their signatures with (ERC-6492). */
const undeployed = '6492'.repeat(16)

export interface CheckSignatureParameters extends Omit<SignedMessage, 'signature'> {
  signer: Signer
  /** What the wallet answered. */
  answer: unknown
}

export interface CheckedSignature {
  signed: SignedMessage
  /** Whether a contract stands behind the address, as far as can be learnt. */
  isSmartAccount: () => Promise<boolean>
}

/**
 * Reads a wallet's answer, and refuses here what no provider could accept. That another account signed is certain only for a
 * plain signature from an address that is known to have no code: a Safe's 65 bytes recover to its owner.
 */
export async function checkSignature(
  platform: Platform,
  { signer, address, message, answer }: CheckSignatureParameters,
): Promise<CheckedSignature> {
  const signature = readSignature(answer)
  const plain = toPlainSignature(signature)
  const by = plain && (await recoverMessageAddress({ message, signature: plain }).catch(() => {}))
  if (by && isAddressEqual(by, address))
    return { signed: { address, message, signature: plain }, isSmartAccount: async () => false }

  const signed = { address, message, signature }
  const hasCode = once(() => askCode(platform, signer))
  const isLong = signature.length > 132
  const isUndeployed = signature.endsWith(undeployed)
  const isSmartAccount = async () => isUndeployed || ((await hasCode()) ?? isLong)
  if (isLong) return { signed, isSmartAccount }
  const isContract = await hasCode()
  if (isContract) return { signed, isSmartAccount }
  if (isContract === false && by)
    throw new TakoKitError(
      'wallet/wrong-account',
      'Another account signed than the one that was asked. Nothing was sent.',
    )
  // Too short for a key, and nothing says that it is a contract's.
  const isShort = !plain && signature !== '0x'
  if (isContract === false || isShort) throw cannotSign()
  return { signed, isSmartAccount }
}

async function askCode(platform: Platform, signer: Signer): Promise<boolean | undefined> {
  let stopTimer = () => {}
  const silence = new Promise<undefined>((resolve) => {
    stopTimer = platform.setTimer(() => resolve(undefined), codePatienceMs)
  })
  try {
    return await Promise.race([signer.hasCode?.(), silence])
  } catch {
    return undefined
  } finally {
    stopTimer()
  }
}

function once<result>(ask: () => Promise<result>): () => Promise<result> {
  let asked: Promise<result> | undefined
  return () => (asked ??= ask())
}
