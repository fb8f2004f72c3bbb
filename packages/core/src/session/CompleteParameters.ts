import type { Address, Hex } from 'viem'
import type { Signer } from '../types/Signer.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { SessionRunner } from './SessionRunner.ts'

export interface CompleteParameters {
  session: SessionRunner
  provider: TokenProvider
  exchange: NonNullable<TokenProvider['exchange']>
  signer: Signer
  address: Address
  message: string
  /** The wallet has been asked. */
  signing: Promise<Hex>
  signal: AbortSignal
}
