import type { RequestEntry } from '../createLogger.ts'
import type { RelayEngine } from '../RelayEngine.ts'

/** The parts of a relay, connected. */
export interface ConnectedRelay {
  engine: RelayEngine
  noteRequest: (entry: RequestEntry) => void
  /** If the store has a clock, that clock counts: it is read once before anything is judged by it. */
  learnTime: () => Promise<void>
}
