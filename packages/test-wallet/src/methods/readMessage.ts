import type { Hex } from 'viem'
import { bytesToHex, hexToBytes, isHex, stringToHex } from 'viem'
import { rpcErrors } from '../errors/rpcErrors.ts'

/** The bytes to sign and their readable text; plain text is taken as UTF-8, as MetaMask does. */
export function readMessage(data: unknown): { raw: Hex; text: string } {
  if (typeof data !== 'string') throw rpcErrors.invalidParams('expected the message as a string.')
  if (!isHex(data)) return { raw: stringToHex(data), text: data }
  const bytes = hexToBytes(data)
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { raw: bytesToHex(bytes), text }
  } catch {
    return { raw: bytesToHex(bytes), text: data }
  }
}
