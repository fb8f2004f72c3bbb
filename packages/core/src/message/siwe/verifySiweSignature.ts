import { type Client, type Hex, hashMessage, isAddressEqual, recoverAddress } from 'viem'
import { toPlainSignature } from '../toPlainSignature.ts'
import { askContract } from './askContract.ts'
import type { SiweMessage } from './SiweMessage.ts'

/** A signature of an undeployed account carries the call that deploys it, a few kilobytes. */
const maxHexDigits = 32_768
/** The order of secp256k1: `r` and `s` are below it. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

export interface VerifySiweSignatureParameters {
  message: SiweMessage
  /** The text as it was submitted. */
  text: string
  signature: string
  publicClients: readonly Client[]
}

/** Why the signature is not that of the message's account; `undefined` if it is. */
export async function verifySiweSignature(
  parameters: VerifySiweSignatureParameters,
): Promise<{ reason: 'signature' | 'unavailable'; detail: string } | undefined> {
  const { message, text, signature, publicClients } = parameters
  const { address, chainId } = message
  if (!isHexText(signature))
    return refused('It is not hexadecimal digits after `0x`, or has too many of them.')
  const hash = hashMessage(text)
  const signer = await recoverSigner(hash, signature)
  if (signer && isAddressEqual(signer, address)) return undefined
  const client = publicClients.find(({ chain }) => chain && BigInt(chain.id) === chainId)
  if (!client)
    return refused(
      `It is not that of the account. Only externally owned accounts are accepted on chain ${chainId}, since no client of it is configured.`,
    )
  const answer = await askContract({ client, address, hash, signature })
  if (answer === 'unavailable')
    return { reason: 'unavailable', detail: 'The node of the chain did not answer. Try again.' }
  return answer === 'valid' ? undefined : refused('It is not that of the account.')
}

function refused(detail: string) {
  return { reason: 'signature', detail: `The signature was refused. ${detail}` } as const
}

function isHexText(signature: unknown): signature is Hex {
  return (
    typeof signature === 'string' &&
    signature.length <= 2 + maxHexDigits &&
    signature.length % 2 === 0 &&
    signature.startsWith('0x') &&
    signature.slice(2).search(/[^0-9A-Fa-f]/) < 0
  )
}

/** The account whose key made the signature; `undefined` if it has no such form. */
async function recoverSigner(hash: Hex, signature: Hex) {
  const plain = toPlainSignature(signature)
  if (!plain) return undefined
  const isInRange = [plain.slice(2, 66), plain.slice(66, 130)].every((digits) => {
    const value = BigInt(`0x${digits}`)
    return value > 0n && value < order
  })
  if (!isInRange || !/(?:1b|1c)$/i.test(plain)) return undefined
  return await recoverAddress({ hash, signature: plain }).catch(() => undefined)
}
