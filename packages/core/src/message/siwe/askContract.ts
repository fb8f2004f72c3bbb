import type { Address, Client, Hex } from 'viem'
import { verifyHash } from 'viem/actions'

export interface AskContractParameters {
  client: Client
  address: Address
  hash: Hex
  signature: Hex
}

/**
 * Asks the account's contract by viem (ERC-1271, ERC-6492, ERC-7739). viem calls a signature invalid too if the node could not be
 * reached, so the requests that it sends are observed.
 */
export async function askContract({
  client,
  address,
  hash,
  signature,
}: AskContractParameters): Promise<'valid' | 'invalid' | 'unavailable'> {
  let isFailed = false
  const request = async (...parameters: unknown[]) => {
    try {
      return await (client.request as (...given: unknown[]) => Promise<unknown>)(...parameters)
    } catch (error) {
      isFailed ||= !isReverted(error)
      throw error
    }
  }
  // Without the client's own actions and batches, whose requests would pass the observer by.
  const observed = {
    ...client,
    request,
    batch: undefined,
    call: undefined,
    readContract: undefined,
    getCode: undefined,
  } as unknown as Client
  const isValid = await verifyHash(observed, { address, hash, signature }).catch(() => false)
  if (isValid) return 'valid'
  return isFailed ? 'unavailable' : 'invalid'
}

/** Whether the node executed the call, and the call failed. */
function isReverted(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false
  const { code, message, cause } = error as { code?: unknown; message?: unknown; cause?: unknown }
  if (code === 3) return true
  const isAnswer = typeof code === 'number' && typeof message === 'string'
  if (
    isAnswer &&
    /revert|out of gas|invalid opcode|invalid jump|bad instruction|stack (?:under|over)flow/i.test(
      message,
    )
  )
    return true
  return isReverted(cause, depth + 1)
}
