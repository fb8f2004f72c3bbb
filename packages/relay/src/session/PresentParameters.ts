import type { TokenProvider } from '@takokit/core'
import type { Trace } from '../RelayEngine.ts'
import type { HeldSession } from './HeldSession.ts'
import type { Look } from './lookAtRow.ts'

export interface PresentParameters {
  provider: TokenProvider
  held: HeldSession
  trace: Trace
  look: Look & { type: 'free' }
  rev: string | undefined
}
