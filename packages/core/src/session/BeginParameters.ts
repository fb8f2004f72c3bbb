import type { Address } from 'viem'
import type { TokenProvider } from '../types/TokenProvider.ts'
import type { TokenSet } from '../types/TokenSet.ts'
import type { SessionRunner } from './SessionRunner.ts'

export interface BeginParameters {
  session: SessionRunner
  provider: TokenProvider
  account: string
  address?: Address | undefined
  tokens: TokenSet
  requestedAt: number
  monotonicAt: number
  sid?: string | undefined
}
