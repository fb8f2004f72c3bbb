import type { Hex } from 'viem'
import { TakoKitError } from '../errors/TakoKitError.ts'

/** A signature for an undeployed account has under a thousand bytes; a longer answer is no signature. */
const maxHexDigits = 65_536

/** Reads a wallet's answer as lower-case hex after `0x`. Throws `wallet/cannot-sign` if it is no signature, however spelled. */
export function readSignature(answer: unknown): Hex {
  const [, digits] =
    (typeof answer === 'string' && /^(?:0x)?([\da-f]*)$/i.exec(answer.trim())) || []
  // An empty `0x` may stand for a message that was signed on chain.
  const isEmpty = digits === '' && (answer as string).trim() === ''
  if (digits === undefined || isEmpty || digits.length % 2 === 1 || digits.length > maxHexDigits)
    throw cannotSign()
  return `0x${digits.toLowerCase()}`
}

/** The error for a wallet that returned no usable signature. */
export function cannotSign(): TakoKitError {
  return new TakoKitError(
    'wallet/cannot-sign',
    'The wallet answered with something that is no signature. Nothing was sent. Use another wallet.',
  )
}
