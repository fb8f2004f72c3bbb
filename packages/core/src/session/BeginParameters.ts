import type { Address } from 'viem'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { SessionController } from './SessionController.ts'

export interface BeginParameters {
  session: SessionController
  provider: TokenProvider
  account: string
  address?: Address | undefined
  tokens: TokenSet
  requestedAt: number
  monotonicAt: number
}
