import { recoverMessageAddress } from 'viem'

/** `r` and `s` are 1: a valid signature of some key for any message. */
const signature = `0x${'1'.padStart(64, '0').repeat(2)}1b` as const

/**
 * Loads secp256k1 and computes its tables, so that the next recovery takes a millisecond: the first one takes 40 to 90, and
 * several times that on a phone.
 */
export async function warmUpRecovery(): Promise<void> {
  await recoverMessageAddress({ message: '', signature })
}
