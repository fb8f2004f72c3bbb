import type { Address } from 'viem'
import type { Signer } from '../types/Signer.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'

export interface ChallengeParameters {
  address?: Address | undefined
  chainId?: number | undefined
  /** The wallet that is waiting to be asked. */
  signer?: Signer | undefined
  /** Stops waiting; the request continues. */
  signal?: AbortSignal | undefined
}

/** The challenges of a client: at most one per provider, requested ahead. */
export interface Challenges {
  /** The challenge that can be used now. */
  peek: (provider: TokenProvider) => unknown
  /** The challenge that can be used now, requested if there is none. Fails then for a signer that needs a tap: that one is over. */
  get: (provider: TokenProvider, parameters: ChallengeParameters) => Promise<unknown>
  /** A signature of it is about to be sent: it cannot be used again. */
  spend: (provider: TokenProvider) => void
  /** None is requested ahead any more. */
  stop: () => void
}
