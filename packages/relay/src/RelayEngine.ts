import type { RelayConfig } from './config/RelayConfig.ts'
import type { Sealer } from './cookies/createSealer.ts'
import type { SealUse } from './cookies/createSealUse.ts'
import type { Renewal } from './session/Renewal.ts'
import type { Revocations } from './session/Revocations.ts'
import type { PendingWrites } from './session/PendingWrites.ts'
import type { RelayLogEntry } from './types/RelayLogEntry.ts'
import type { RelayMetric } from './types/RelayMetric.ts'

/** What every room of the relay works with. */
export interface RelayEngine extends RelayConfig {
  sealer: Sealer
  sealUse: SealUse
  /** The relay's own secrets that are known now, for texts to be cleaned of. */
  secrets: () => readonly string[]
  log: (entry: Omit<RelayLogEntry, 'at'>) => void
  metric: (metric: RelayMetric) => void
  /** One renewal per session at a time in this process. */
  flights: Map<string, { renewing: Promise<Renewal>; beganAt: number }>
  /** What could not be written because the store was gone. */
  pendingWrites: PendingWrites
  /** What providers could not be told when somebody signed out. */
  revocations: Revocations
}

/** The request that something is done for. */
export interface Trace {
  requestId: string
  /** Keeps work alive that the answer does not wait for. */
  waitUntil: (work: Promise<unknown>) => void
  /** The platform ends all work with its request but what it was asked to keep: a timer of the process comes too late. */
  isShortLived: boolean
}
