import type { Address } from 'viem'
import type { TokenProvider } from '../types/TokenProvider.ts'

export interface ChallengeParameters {
  address?: Address | undefined
  chainId?: number | undefined
  /** Stops waiting; the request continues. */
  signal?: AbortSignal | undefined
}

/** The challenges of a client: at most one per provider, requested ahead. */
export interface Challenges {
  /** The challenge that can be used now. */
  peek: (provider: TokenProvider) => unknown
  /** The challenge that can be used now, requested if there is none. */
  get: (provider: TokenProvider, parameters: ChallengeParameters) => Promise<unknown>
  /** A signature of it is about to be sent: it cannot be used again. */
  spend: (provider: TokenProvider) => void
  /** None is requested ahead any more. */
  stop: () => void
}
