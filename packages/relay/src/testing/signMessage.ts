import { createTakoMessage } from '@takokit/core'
import { account } from './createWorld.ts'

/** The body of a sign-in with one of the development accounts. */
export async function signMessage({
  index = 0,
  issuedAt = Date.now(),
}: {
  index?: number
  issuedAt?: number
} = {}) {
  const { address, signMessage: sign } = account(index)
  const message = createTakoMessage({ address, issuedAt: new Date(issuedAt) })
  return { address, message, signature: await sign({ message }) }
}
