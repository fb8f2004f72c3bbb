import type { AuthEvent } from '@takokit/core'

/** An event, and the tab in which it happened. */
export interface LogEntry {
  /** The tab's name, and the event's number there. */
  id: string
  tab: string
  event: AuthEvent
}
