import type { RelayConfig } from './config/RelayConfig.ts'
import type { Sealer } from './cookies/createSealer.ts'
import type { SealUse } from './cookies/createSealUse.ts'
import type { Renewal } from './session/Renewal.ts'
import type { Turn } from './session/createTurns.ts'
import type { Revocations } from './session/Revocations.ts'
import type { PendingWrites } from './session/PendingWrites.ts'
import type { RelayLogEntry } from './types/RelayLogEntry.ts'
import type { RelayMetric } from './types/RelayMetric.ts'

/** What every part of the relay works with. */
export interface RelayEngine extends RelayConfig {
  sealer: Sealer
  sealUse: SealUse
  /** The relay's own secrets that are known now. Texts are redacted with them. */
  secrets: () => readonly string[]
  log: (entry: Omit<RelayLogEntry, 'at'>) => void
  metric: (metric: RelayMetric) => void
  /** At most one renewal per session in this process. */
  flights: Map<string, { renewing: Promise<Renewal>; beganAt: number }>
  /** Renewals begin, and take in what the provider sent, in turns. */
  turn: Turn
  /** Writes that failed because the store was gone. */
  pendingWrites: PendingWrites
  /** Revocations that no provider has confirmed yet. */
  revocations: Revocations
}

/** The request that a task belongs to. */
export interface Trace {
  requestId: string
  /** Keeps a task alive that the response does not wait for. */
  waitUntil: (work: Promise<unknown>) => void
  /** The platform ends all tasks with their request, except those passed to `waitUntil`: the process' timers fire too late. */
  isShortLived: boolean
}
