import { isAddressEqual, recoverMessageAddress } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'
import type { Platform } from '../types/Platform.ts'
import type { Signer } from '../types/Signer.ts'
import type { SignedMessage } from '../types/TokenProvider.ts'
import { cannotSign, readSignature } from './readSignature.ts'
import { toPlainSignature } from '../message/toPlainSignature.ts'

/** A node that takes longer counts as one that does not know. */
const codePatienceMs = 3_000

/** The suffix of signatures by undeployed accounts (ERC-6492). */
const undeployed = '6492'.repeat(16)

export interface CheckSignatureParameters extends Omit<SignedMessage, 'signature'> {
  signer: Signer
  /** The wallet's answer. */
  answer: unknown
}

export interface CheckedSignature {
  signed: SignedMessage
  /** Whether the address belongs to a contract, as far as it can be determined. */
  isSmartAccount: () => Promise<boolean>
}

/**
 * Reads a wallet's answer and refuses what no provider could accept. It is certain that another account signed only for a plain
 * signature from an address known to have no code: a Safe's 65 bytes recover to its owner.
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
  // Too short for a key's signature, and there is no evidence of a contract.
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
