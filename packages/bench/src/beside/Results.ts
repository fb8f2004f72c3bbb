import type { CallsReport } from './calls/CallsReport.ts'
import type { RecoveryReport } from './recovery/RecoveryReport.ts'
import type { SizesReport } from './sizes/SizesReport.ts'
import type { TabsReport } from './tabs/TabsReport.ts'

/** One part's figures, and when and where they were measured. */
export interface Measured<report> {
  /** An ISO date. */
  on: string
  node: string
  processor: string
  /** Tasks that wanted a core, over a minute, at the end. */
  load: number
  report: report
}

/** What `results/peers.json` holds: of each part the last whole run. */
export interface Results {
  versions: Record<string, string>
  sizes?: Measured<SizesReport>
  tabs?: Measured<TabsReport>
  recovery?: Measured<RecoveryReport>
  calls?: Measured<CallsReport>
}
