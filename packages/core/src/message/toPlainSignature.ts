import type { Hex } from 'viem'

/**
 * The 65 bytes that an externally owned account's key produces, with `v` of 27 or 28: from these, from a `v` of 0 or 1, or from
 * the 64 bytes of EIP-2098, which keep `v` in the highest bit of `s`. `undefined` for another length.
 */
export function toPlainSignature(signature: Hex): Hex | undefined {
  const r = signature.slice(2, 66)
  const s = signature.slice(66, 130)
  if (signature.length === 132) {
    const v = Number.parseInt(signature.slice(130), 16)
    return v < 2 ? `0x${r}${s}${(v + 27).toString(16)}` : signature
  }
  if (signature.length !== 130) return undefined
  const top = Number.parseInt(s.slice(0, 1), 16)
  return `0x${r}${(top & 7).toString(16)}${s.slice(1)}${top > 7 ? '1c' : '1b'}`
}
