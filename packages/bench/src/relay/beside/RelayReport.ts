import type { BurstRow } from './measureBurst.ts'
import type { OutageRow } from './measureOutage.ts'
import type { RateRow } from './measureRates.ts'
import type { TogetherRow } from './measureTogether.ts'

/** All figures of one run, as the machine-readable file has them. */
export interface RelayReport {
  node: string
  /** Its version; absent where it is not installed. */
  oauth2Proxy: string | undefined
  processor: string
  /** Whether the server had a core of its own. */
  isPinned: boolean
  /** Tasks that wanted a core, over a minute: before and after. */
  load: [before: number, after: number]
  sessions: number
  rounds: number
  requests: number
  rates: RateRow[]
  together: TogetherRow[]
  burst: BurstRow[]
  outage: OutageRow[]
}
