import type { LogEntry } from './LogEntry.ts'

/** The events of a client, and of the same client in other tabs. */
export interface EventLog {
  /** Oldest first; the same array until it changes. */
  entries: () => readonly LogEntry[]
  /** While there is a listener, tabs tell one another their events. */
  subscribe: (listener: () => void) => () => void
}
