import type { Address } from 'viem'

/** A session that the server knows before the page does: the result of `getSession` of the relay. It holds no token. */
export interface InitialSession {
  provider: string
  account: string
  address?: Address | undefined
  /** When the current access token expires, epoch milliseconds. */
  expiresAt?: number | undefined
}
