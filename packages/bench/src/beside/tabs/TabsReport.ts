import type { Counts } from './serveOauth.ts'

/** What one engine did in one scenario, over all its runs. */
export interface TabsCell extends Counts {
  tabs: number
  rotations: number
  runs: number
  /** Tabs with a valid token in the end, of all runs. */
  signedIn: number
}

export interface TabsRow {
  name: string
  label: string
  cells: Record<string, TabsCell>
  /** Timers that fired in an idle hour, in one visible tab. */
  wakeUps: number
  /** 20 calls at once, all refused: refreshes, and calls that were answered in the end. */
  refused: { requests: number; ok: number }
}

export interface TabsReport {
  chromium: string
  scenarios: { name: string; label: string }[]
  rows: TabsRow[]
}
