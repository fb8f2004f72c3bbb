import type { Address, Hex } from 'viem'
import type { Signer } from '../types/Signer.ts'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { SessionController } from './SessionController.ts'

export interface CompleteParameters {
  session: SessionController
  /** All sessions of the client. */
  all: () => readonly SessionController[]
  provider: TokenProvider
  exchange: NonNullable<TokenProvider['exchange']>
  signer: Signer
  address: Address
  message: string
  createMessage: NonNullable<TokenProvider['createMessage']>
  /** The wallet's answer, already requested. */
  signing: Promise<Hex>
  signal: AbortSignal
}
