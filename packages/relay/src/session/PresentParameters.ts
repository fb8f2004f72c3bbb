import type { TokenProvider } from '@takokit/core'
import type { Trace } from '../RelayEngine.ts'
import type { OpenedSession } from './OpenedSession.ts'
import type { ProviderHealth } from './health.ts'
import type { RenewalDecision } from './decideRenewal.ts'

export interface PresentParameters {
  provider: TokenProvider
  held: OpenedSession
  trace: Trace
  look: RenewalDecision & { type: 'ready' }
  rev: string | undefined
  health: ProviderHealth | undefined
}
