/** The CPU time of an authorized call beside that of a bare `fetch` of the same round. */
export interface CallsRow {
  name: string
  isOurs: boolean
  ofFetch: { median: number; least: number; most: number }
}

export interface CallsReport {
  rounds: number
  calls: number
  rows: CallsRow[]
}
