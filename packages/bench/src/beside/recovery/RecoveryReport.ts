export interface Outage {
  outageS: number
  /** Whether the application asks for a token, each second. */
  isAsked: boolean
}

export interface RecoveryRow {
  name: string
  label: string
  /** Of each outage and run the seconds until the first refresh; `null` where none came within two minutes. */
  seconds: (number | null)[][]
}

export interface RecoveryReport {
  outages: Outage[]
  rows: RecoveryRow[]
}
